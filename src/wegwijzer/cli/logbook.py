"""Verify the chain of the logbook, or keep an anchor to verify against later."""

import argparse
import json

from wegwijzer.logbook import queries


def run(arguments: argparse.Namespace) -> int:
    """Return 0 when the chain holds, 1 with the first broken line when it does not."""
    if arguments.what == "anchor":
        position, digest = queries.current_head()
        print(json.dumps({"position": position, "hash": digest}))
        return 0
    anchor = None
    if arguments.anchor is not None:
        kept = json.loads(arguments.anchor.read_text())
        anchor = (int(kept["position"]), str(kept["hash"]))
    broken = queries.verify(anchor=anchor)
    if broken is not None:
        print(f"Het logboek is gebroken bij regel {broken.position}. {broken.reason}")
        return 1
    position, digest = queries.current_head()
    print(f"Het logboek klopt: {position} regels, eindigend op {digest[:16]}.")
    return 0
