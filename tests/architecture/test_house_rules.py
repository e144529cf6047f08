"""What no linter checks: sizes, actors, foreign keys, the register of personal data, templates."""

import ast
import inspect
import re
import tomllib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest
from django.apps import apps

from wegwijzer.kernel.personal_data import SOURCES

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "wegwijzer"
SOURCE = sorted(p for p in PACKAGE.rglob("*.py") if "migrations" not in p.parts)
MIGRATIONS = sorted(p for p in PACKAGE.rglob("migrations/0*.py"))
TEMPLATES = sorted(PACKAGE.rglob("*.html"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]
HEIGHT = {
    name.strip(): -level
    for level, row in enumerate(CONTRACTS[0]["layers"])
    for name in row.split("|")
}
MODELS = [m for m in apps.get_models() if m.__module__.startswith("wegwijzer.")]
FORBIDDEN_NAMES = {"utils", "common", "helpers", "core", "services", "base", "misc", "shared"}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


# Each rule looks at everything at once and names all that breaks it: a test of its own for each of
# the thousands of files and functions costs more than the looking.
def test_there_is_something_to_look_at():
    assert min(map(len, (SOURCE, MIGRATIONS, TEMPLATES, MODELS, FUNCTIONS))) > 10


def test_a_file_fits_in_the_head():
    assert [name_of(path) for path in SOURCE if path.read_text().count("\n") > 400] == []


def too_long(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            told = ast.get_docstring(node, clean=False)
            lines = node.end_lineno - node.lineno + 1 - (told.count("\n") + 1 if told else 0)
            if lines > 40:
                yield f"{name_of(path)}: {node.name} has {lines} lines"


def test_a_function_fits_on_a_screen():
    assert [function for path in SOURCE for function in too_long(path)] == []


def test_a_part_is_named_after_what_it_is_about():
    for path in SOURCE:
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        assert FORBIDDEN_NAMES.isdisjoint(parts), path


def test_a_migration_is_named_after_what_it_does():
    assert [name_of(path) for path in MIGRATIONS if "_auto_" in path.name] == []


def test_a_foreign_key_points_down():
    wrong = []
    for model in MODELS:
        mine = HEIGHT[model.__module__.split(".")[1]]
        for field in model._meta.get_fields():
            other = getattr(field.remote_field, "model", None) if field.concrete else None
            if other is not None and other.__module__.startswith("wegwijzer."):
                theirs = HEIGHT[other.__module__.split(".")[1]]
                if theirs >= mine and other._meta.app_label != model._meta.app_label:
                    wrong.append(str(field))

    assert wrong == []


# Tables without data about the people in signals and cases: the network itself, and the logbook,
# which copies ids and outlives what it describes.
HOLDS_NO_PERSONAL_DATA_OF_SUBJECTS = {
    "logbook.Line": "ids and choices of people who work in the network",
    "logbook.Head": "the end of the chain",
    "network.Region": "organisation",
    "network.Participant": "organisation",
    "network.Person": "someone who works in the network; ends with the designation",
    "network.Designation": "organisation",
    "network.RoleGrant": "organisation",
    "network.Clearance": "organisation",
    "network.RoleDemand": "organisation",
    "network.SecondStepReset": "people who work in the network; goes with the person",
    "subjects.BlockingKey": "keyed hashes, derived from a subject; erased with it",
    "subjects.SearchToken": "words derived from a subject; erased with it",
}


def test_every_table_is_in_the_register_of_personal_data_or_has_a_reason():
    from wegwijzer.kernel import personal_data

    reasons = getattr(personal_data, "REASONS", {})
    known = set(SOURCES) | set(HOLDS_NO_PERSONAL_DATA_OF_SUBJECTS) | set(reasons)

    assert {m._meta.label for m in MODELS} <= known


def test_every_app_is_in_the_layers_and_the_contracts():
    with_tables = {m.__module__.split(".")[1] for m in MODELS}
    private = {line.split(".")[1] for line in CONTRACTS[1]["ignore_imports"]}
    inside = {name.split(".")[1] for name in CONTRACTS[3]["containers"]}

    assert with_tables <= private
    assert with_tables <= inside


def faces() -> list:
    names = (".".join(p.relative_to(ROOT / "src").with_suffix("").parts) for p in SOURCE)
    modules = [
        import_module(name.removesuffix(".__init__"))
        for name in names
        if name.removesuffix(".__init__").split(".")[-1] in ("actions", "queries")
    ]
    return [
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        # The face of a package is what it offers by name; what its files share is its own.
        if function.__module__.startswith(module.__name__) and not name.startswith("_")
    ]


FUNCTIONS = faces()
# Before there is an actor, for every actor alike, or below the actor.
NEED_NO_ACTOR = {
    "actor_among",
    "actor_for",
    "list_designations_of",
    "names_of",
    "person_names_of",
    "list_regions",
    "get_region",
    "acting",
    "reading",
    "current_head",
    "verify",
    # Who stands at the door has not chosen a designation yet.
    "signer",
    # One reads this of oneself, also while nothing else may be opened.
    "find_done_reset",
}


def breaking(rule: Callable[[FunctionType], bool]) -> list[str]:
    """Return the public functions for which a rule does not hold."""
    return [f"{one.__module__}.{one.__name__}" for one in FUNCTIONS if not rule(one)]


def test_the_actor_comes_first():
    def holds(function):
        first = next(iter(inspect.signature(function).parameters), "")
        return function.__name__ in NEED_NO_ACTOR or first == "actor"

    assert breaking(holds) == []


def test_a_public_function_states_its_rule():
    def holds(function):
        return (function.__doc__ or "").strip().split("\n\n")[0].endswith(".")

    assert breaking(holds) == []


def test_only_visible_functions_hand_out_a_queryset():
    def holds(function):
        gives = str(inspect.signature(function).return_annotation)
        hands_out_rows = "QuerySet" in gives or ".models." in gives
        return not hands_out_rows or function.__name__.startswith("visible_")

    assert breaking(holds) == []


def test_a_public_function_takes_at_most_seven_arguments_or_names_them():
    def holds(function):
        parameters = inspect.signature(function).parameters.values()
        by_place = [one for one in parameters if one.kind is not one.KEYWORD_ONLY]
        return len(by_place) <= 4 and len(parameters) <= 9

    assert breaking(holds) == []


@pytest.mark.parametrize("part", ["web", "cli"])
def test_pages_and_commands_get_read_models_only(part):
    for path in (PACKAGE / part).rglob("*.py"):
        assert "visible_" not in path.read_text(), path


def breaches(text: str) -> Iterator[str]:
    """Say what of a template the content security policy would stop."""
    yield from re.findall(r"<[^>]+\sstyle=", text)
    yield from re.findall(r"<[^>]+\son[a-z]+=", text)
    yield from re.findall(r"\|safe", text)
    for script in re.findall(r"<script\b[^>]*>", text):
        if "src=" not in script and "application/json" not in script:
            yield script


def test_a_template_obeys_the_content_security_policy():
    assert {name_of(p): w for p in TEMPLATES if (w := list(breaches(p.read_text())))} == {}


def test_rules_and_law_read_no_clock():
    clock = re.compile(r"\b(?:datetime|date|timezone)\.(?:now|today|utcnow)\(")
    for path in SOURCE:
        parts = path.relative_to(PACKAGE).parts
        if "law" in parts or path.stem == "rules" or "rules" in parts:
            assert not clock.search(path.read_text()), f"{path} reads the clock"
