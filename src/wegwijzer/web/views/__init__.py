"""One file of views for each context."""
