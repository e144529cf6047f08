"""The rules of training: pure functions."""
