"""The programming interface: the read models of the contexts as JSON."""
