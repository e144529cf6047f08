"""Run every bench and print JSON lines; a bench that can't run says why and fails the run.

``python -m bench [--data FOLDER] [--small]``: ``--data`` is the folder with labelled public sets.
"""

import argparse
import os
import subprocess
import sys


def main() -> int:
    """Run each bench in a process of its own, so that one can't spoil another's memory or time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default=os.environ.get("WEGWIJZER_BENCH_DATA", ""))
    parser.add_argument("--small", action="store_true", help="a tenth of the size, to try it out")
    told = parser.parse_args()
    python = [sys.executable, "-m"]
    pages = ["10000", "100000"] if told.small else ["100000", "1000000"]
    sizes = ["1000", "10000"] if told.small else ["10000", "1000000"]
    rows = "100000" if told.small else "1000000"
    runs = [
        [*python, "bench.pages", *pages],
        [*python, "bench.network_pages", "2000" if told.small else "20000"],
        [*python, "bench.subject_lookup", "--sizes", *sizes],
        [*python, "bench.matching_speed", "--rows", rows],
    ]
    if told.data:
        runs.append([*python, "wegwijzer.cli.main", "bench", "matching", "--data", told.data])
    failed = [" ".join(run[2:]) for run in runs if subprocess.run(run, check=False).returncode]
    for name in failed:
        sys.stderr.write(f"failed: {name}\n")
    if not told.data:
        sys.stderr.write("not run: matching; give --data FOLDER with labelled sets\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
