"""Retention, the rights of people in the data, and audits."""
