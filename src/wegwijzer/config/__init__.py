"""Settings, routes and the entry point of the web server."""
