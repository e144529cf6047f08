"""Signals: from a report, by way of the intake check, to what the weighing table decides."""
