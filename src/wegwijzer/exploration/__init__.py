"""Exploring a theme together: notes from ten places, clustered, voted on, made into focus."""
