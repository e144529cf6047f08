"""The commands: `wegwijzer demo | serve | worker | migrate | logbook | bench | …`."""
