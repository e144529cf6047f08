"""Set a report on paper: PDF/UA in two columns, from the data of its edition alone."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from wegwijzer.brand import tokens

TEMPLATE = Path(__file__).with_name("report.typ")


def render_pdf(content: Mapping[str, Any], *, fonts: Path) -> bytes:
    """Return the report as PDF/UA; what it says is data to the template, never markup."""
    frozen = content.get("frozen_at")
    told = dict(content) | {"frozen_on": day_of(frozen) if frozen else ""}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.typ"
        shutil.copyfile(TEMPLATE, source)
        styled = f'{tokens.typst()}#let family = "{tokens.font_family()}"\n'
        (Path(folder) / "tokens.typ").write_text(styled, encoding="utf-8")
        made = typst.compile(
            str(source),
            root=folder,
            format="pdf",
            font_paths=[str(fonts)] if fonts.is_dir() else [],
            sys_inputs={"content": json.dumps(told, ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=int(datetime.fromisoformat(frozen).timestamp()) if frozen else None,
        )
    assert isinstance(made, bytes), "one document makes one file"
    return made


def day_of(moment: str) -> str:
    """Return the day of a moment as Dutch readers write it."""
    return f"{datetime.fromisoformat(moment):%d-%m-%Y}"
