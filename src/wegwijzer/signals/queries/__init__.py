"""Read signals. Everything goes through ``visible_signals``."""

from wegwijzer.signals.queries.access import visible_signals

__all__ = ["visible_signals"]
