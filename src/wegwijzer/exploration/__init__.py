"""Exploring a theme together: notes from ten places at once, clustered, voted on, made into focus."""
