"""What no linter checks: sizes, actors, foreign keys, the register of personal data, templates."""

import ast
import inspect
import re
import tomllib
from importlib import import_module
from pathlib import Path

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


@pytest.mark.parametrize("path", SOURCE, ids=name_of)
def test_a_file_fits_in_the_head(path):
    assert path.read_text().count("\n") <= 400


@pytest.mark.parametrize("path", SOURCE, ids=name_of)
def test_a_function_fits_on_a_screen(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            told = ast.get_docstring(node, clean=False)
            lines = node.end_lineno - node.lineno + 1 - (told.count("\n") + 1 if told else 0)
            assert lines <= 40, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("path", SOURCE, ids=name_of)
def test_a_part_is_named_after_what_it_is_about(path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts

    assert FORBIDDEN_NAMES.isdisjoint(parts)


@pytest.mark.parametrize("path", MIGRATIONS, ids=name_of)
def test_a_migration_is_named_after_what_it_does(path):
    assert "_auto_" not in path.name


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m._meta.label)
def test_a_foreign_key_points_down(model):
    mine = HEIGHT[model.__module__.split(".")[1]]
    for field in model._meta.get_fields():
        other = getattr(field.remote_field, "model", None) if field.concrete else None
        if other is not None and other.__module__.startswith("wegwijzer."):
            theirs = HEIGHT[other.__module__.split(".")[1]]
            assert theirs < mine or other._meta.app_label == model._meta.app_label, field


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


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f"{f.__module__}.{f.__name__}")
def test_the_actor_comes_first(function):
    if function.__name__ not in NEED_NO_ACTOR:
        assert next(iter(inspect.signature(function).parameters)) == "actor"


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f"{f.__module__}.{f.__name__}")
def test_a_public_function_states_its_rule(function):
    assert function.__doc__
    assert function.__doc__.strip().split("\n\n")[0].endswith(".")


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f"{f.__module__}.{f.__name__}")
def test_only_visible_functions_hand_out_a_queryset(function):
    gives = str(inspect.signature(function).return_annotation)
    hands_out_rows = "QuerySet" in gives or ".models." in gives

    assert not hands_out_rows or function.__name__.startswith("visible_")


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f"{f.__module__}.{f.__name__}")
def test_a_public_function_takes_at_most_seven_arguments_or_names_them(function):
    parameters = inspect.signature(function).parameters.values()

    assert len([p for p in parameters if p.kind is not p.KEYWORD_ONLY]) <= 4
    assert len(parameters) <= 9


@pytest.mark.parametrize("part", ["web", "cli"])
def test_pages_and_commands_get_read_models_only(part):
    for path in (PACKAGE / part).rglob("*.py"):
        assert "visible_" not in path.read_text(), path


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_obeys_the_content_security_policy(path):
    text = path.read_text()

    assert not re.search(r"<[^>]+\sstyle=", text), "no style attributes"
    assert not re.search(r"<[^>]+\son[a-z]+=", text), "no event attributes"
    for script in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in script or "application/json" in script, script
    assert "|safe" not in text


@pytest.mark.parametrize("path", SOURCE, ids=name_of)
def test_rules_and_law_read_no_clock(path):
    parts = path.relative_to(PACKAGE).parts
    if "law" in parts or path.stem == "rules" or "rules" in parts:
        for call in re.findall(
            r"\b(?:datetime|date|timezone)\.(now|today|utcnow)\(", path.read_text()
        ):
            pytest.fail(f"{path} reads the clock: {call}")
