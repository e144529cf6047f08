"""The demo world: a fictional region, made by the same actions as users call, always the same."""
