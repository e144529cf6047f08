"""Compares records with records: one model for a batch and for one new subject, explained field by field."""
