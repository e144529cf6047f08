"""Parse the command line and call one function; every command says what it does with --help."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

Handler = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = _parser().parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wegwijzer.config.settings")
    if arguments.mode is not None:
        os.environ["WEGWIJZER_MODE"] = arguments.mode
    if arguments.needs_django:
        _start_django()
    run: Handler = arguments.run
    return run(arguments)


def _start_django() -> None:
    import django
    from pydantic import ValidationError

    try:
        django.setup()
    except ValidationError as wrong:
        reasons = "\n".join(f"  {error['msg']}" for error in wrong.errors())
        sys.exit(f"De instellingen kloppen niet:\n{reasons}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wegwijzer", description="Wegwijzer, op de server.")
    commands = parser.add_subparsers(required=True, metavar="opdracht")
    _add_server_commands(commands)
    _add_data_commands(commands)
    _add_bench_commands(commands)
    return parser


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    module: str,
    text: str,
    *,
    mode: str | None = None,
    needs_django: bool = True,
) -> argparse.ArgumentParser:
    """Add a command whose work is ``run(arguments)`` in a module that is only then imported."""

    def run(arguments: argparse.Namespace) -> int:
        from importlib import import_module

        return int(import_module(f"wegwijzer.cli.{module}").run(arguments) or 0)

    command = commands.add_parser(name, help=text, description=text)
    command.set_defaults(run=run, mode=mode, needs_django=needs_django)
    return command


def _add_server_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    demo = _add(commands, "demo", "demo", "Open de demowereld in een browser.", mode="demo")
    demo.add_argument("--bind", default="127.0.0.1:8000", help="adres en poort")
    demo.add_argument("--port", type=int, help="alleen een andere poort dan 8000")
    demo.add_argument("--fresh", action="store_true", help="begin met een nieuwe demowereld")
    demo.add_argument("--seed-only", action="store_true", help="vul de database en stop")
    serve = _add(commands, "serve", "serve", "Start de webserver.")
    serve.add_argument("--bind", default="127.0.0.1:8000", help="adres en poort")
    serve.add_argument("--workers", type=int, default=2, help="aantal processen")
    worker = _add(commands, "worker", "worker", "Verwerk leveringen, termijnen, kansen.")
    worker.add_argument("--once", action="store_true", help="stop als er niets meer te doen is")


def _add_data_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    _add(commands, "migrate", "migrate", "Maak of vernieuw de tabellen.")
    first = _add(commands, "first-admin", "first_admin", "Maak de eerste toegangsbeheerder.")
    first.add_argument("--name", required=True, help="naam van de persoon")
    first.add_argument("--email", required=True, help="e-mailadres om mee aan te melden")
    first.add_argument("--region", required=True, help="code van de regio")
    first.add_argument("--participant", required=True, help="naam van de deelnemer")
    first.add_argument("--kind", required=True, help="soort deelnemer, zoals 'mayor'")
    _add(commands, "refresh-chances", "refresh_chances", "Zoek kansen voor samenwerking.")
    source = _add(commands, "load-reference", "load_reference", "Laad een meegeleverde bron.")
    source.add_argument("slug", help="naam van de bron, zoals 'jaarverslag-2022'")
    logbook = _add(commands, "logbook", "logbook", "Controleer het logboek of bewaar een ijkpunt.")
    logbook.add_argument("what", choices=["verify", "anchor"])
    logbook.add_argument("--anchor", type=Path, help="bestand met een eerder bewaard ijkpunt")


def _add_bench_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    bench = commands.add_parser("bench", help="Meet, naast een ander in dezelfde run.")
    what = bench.add_subparsers(required=True, metavar="wat")
    matching = _add(
        what, "matching", "bench_matching", "Meet de koppeling op gelabelde openbare sets.",
        needs_django=False,
    )  # fmt: skip
    matching.add_argument("--data", type=Path, required=True, help="map met de sets")
    matching.add_argument("--only", action="append", help="alleen deze set; mag vaker")


if __name__ == "__main__":
    sys.exit(main())
