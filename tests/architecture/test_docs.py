"""What the documentation says exists, exists; what exists is documented."""

import re
from pathlib import Path

import pytest

from wegwijzer.config.env import Env

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.en.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", list(Env.model_fields))
def test_every_setting_is_documented(name):
    assert f"`WEGWIJZER_{name.upper()}`" in (ROOT / "docs/reference/settings.md").read_text()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
        assert (page.parent / target).exists(), target


def test_every_make_target_in_the_readme_exists():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.M))

    assert set(re.findall(r"^make (\w+)", (ROOT / "README.md").read_text(), re.M)) <= targets
