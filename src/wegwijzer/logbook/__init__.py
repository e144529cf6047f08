"""What was done, read and refused: append-only and hash-chained (Wgs art. 1.8 lid 4)."""
