"""The yearly report: collected through the year, written together, frozen (Wgs art. 1.12)."""
