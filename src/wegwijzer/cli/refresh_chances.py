"""Compare the whole library again and keep where regions could work together."""

import argparse

from django.utils.timezone import now

from wegwijzer.commons.actions import refresh_chances
from wegwijzer.kernel.actor import system_actor


def run(arguments: argparse.Namespace) -> int:
    """Refresh all chances and say how many there are."""
    found = refresh_chances(system_actor("Kansen"), now=now())
    print(f"{found} kansen staan klaar voor de regio's.")
    return 0
