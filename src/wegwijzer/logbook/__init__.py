"""What was done, read and refused: append-only, hash-chained, without foreign keys (Wgs art. 1.8 lid 4)."""
