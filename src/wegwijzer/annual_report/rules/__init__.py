"""The rules of the yearly report: its way, its chapters, its texts, its figures, the Act."""
