"""Set a certificate on paper, as PDF/UA."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from wegwijzer.brand import tokens

TEMPLATE = Path(__file__).with_name("certificate.typ")


def render_certificate(content: Mapping[str, Any], *, fonts: Path) -> bytes:
    """Return the certificate as PDF/UA; what it says is data to the template, never markup."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / TEMPLATE.name
        shutil.copyfile(TEMPLATE, source)
        styled = f'{tokens.typst()}#let family = "{tokens.font_family()}"\n'
        (Path(folder) / "tokens.typ").write_text(styled, encoding="utf-8")
        made = typst.compile(
            str(source),
            root=folder,
            format="pdf",
            font_paths=[str(fonts)] if fonts.is_dir() else [],
            sys_inputs={"content": json.dumps(dict(content), ensure_ascii=False)},
            pdf_standards="ua-1",
        )
    assert isinstance(made, bytes), "one document makes one file"
    return made
