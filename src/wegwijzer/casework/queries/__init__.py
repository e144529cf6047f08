"""Read cases. Lists go through ``visible_*``; one thing goes through the gate."""

from wegwijzer.casework.queries.access import visible_cases, visible_items, visible_requests

__all__ = ["visible_cases", "visible_items", "visible_requests"]
