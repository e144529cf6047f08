"""The Act on data processing by partnerships (Wgs) as pure functions: facts in, a verdict out."""
