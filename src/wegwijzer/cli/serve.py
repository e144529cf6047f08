"""Start the web server."""

import argparse
import gc
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with its settings given in code, so that an installed wheel needs no file."""

    def __init__(self, bind: str, *, workers: int, threads: int = 4) -> None:
        self.chosen = {
            "bind": bind,
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "timeout": 60,
            "graceful_timeout": 20,
            "limit_request_line": 8190,
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand the settings to gunicorn."""
        for key, value in self.chosen.items():
            if key in self.cfg.settings:
                self.cfg.set(key, value)

    def load(self) -> Any:
        """Return the application, with all that every request needs loaded and set apart.

        What is loaded stays: looking through it for rubbish would hold up a request in twenty for a
        tenth of a second.
        """
        application = get_wsgi_application()
        assert get_resolver().url_patterns
        gc.collect()
        gc.freeze()
        return application


def run(arguments: argparse.Namespace) -> None:
    """Serve until stopped."""
    Server(arguments.bind, workers=arguments.workers).run()
