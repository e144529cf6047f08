"""Write a document as an e-mail: HTML that any program shows, and the same words as plain text."""

from collections.abc import Callable
from html import escape
from typing import Any

from wegwijzer.brand import tokens
from wegwijzer.brand.documents import blocks, look
from wegwijzer.brand.documents.blocks import Block, Columns, Document
from wegwijzer.brand.documents.words import locale_of


def render_mail(document: Document) -> tuple[str, str]:
    """Return the document as HTML and as plain text; nothing is loaded from elsewhere."""
    return _html(document), _plain(document)


def _html(document: Document) -> str:
    mark, sizes = document.mark, look.sizes_of(document.kind)
    family = f"'{tokens.font_family()}', 'Segoe UI', sans-serif"
    text = f"font-family:{family};font-size:{sizes.text + 1.5:g}pt;line-height:1.5;"
    board = f"background:{look.colour(look.INK)};color:{look.colour('ww-color-white')};"
    strip = f"border-bottom:4px solid {look.colour(look.ACCENT)};"
    name = (
        "" if mark.name == mark.letters else f"<td style='padding:0 12px'>{escape(mark.name)}</td>"
    )
    handling = f"<p><strong>{document.handling}</strong></p>" if document.handling else ""
    body = "\n".join(_SAID[type(one)][0](one) for block in document.blocks for one in _flat(block))
    return (
        f'<!doctype html>\n<html lang="{locale_of(document.language)}">\n<head>'
        f'<meta charset="utf-8"><meta name="color-scheme" content="light">'
        f"<title>{escape(document.title)}</title></head>\n"
        f'<body style="margin:0;padding:24px;background:{look.colour("ww-color-white")};'
        f'color:{look.colour(look.INK)};{text}"><div style="max-width:600px">\n'
        f'<table role="presentation" style="border-collapse:collapse;{text}"><tr>'
        f'<td style="{board}{strip}padding:6px 14px;font-weight:bold">{escape(mark.letters)}</td>'
        f"{name}</tr></table>\n{handling}"
        f'<h1 style="font-size:{sizes.title:g}pt;line-height:1.2">{escape(document.title)}</h1>\n'
        f"{body}\n</div></body>\n</html>\n"
    )


def _flat(block: Block) -> tuple[blocks.Plain, ...]:
    return block.blocks if isinstance(block, Columns) else (block,)


def _html_said(one: blocks.Text | blocks.Note) -> str:
    opening = one.opening if isinstance(one, blocks.Text) else one.title
    start = f"<strong>{escape(opening)}</strong> " if opening else ""
    return f"<p>{start}{escape(one.text)}</p>"


def _html_list(one: blocks.List) -> str:
    tag = "ol" if one.numbered else "ul"
    return f"<{tag}>{''.join(_html_item(item) for item in one.items)}</{tag}>"


def _html_facts(one: blocks.Facts) -> str:
    rows = ((escape(label), escape(value)) for label, value in one.rows)
    return "".join(f"<p><strong>{label}:</strong> {value}</p>" for label, value in rows)


def _html_figure(one: blocks.Figure) -> str:
    return f"<p>{escape(one.alt)}</p>{_html_table(one.data) if one.data else ''}"


def _html_signature(one: blocks.Signature) -> str:
    told = "<br>".join(escape(part) for part in (one.name, one.role) if part)
    return f"<p>{escape(one.closing)}</p><p><strong>{told}</strong></p>"


def _html_heading(one: blocks.Heading) -> str:
    return f"<h{one.level + 1}>{escape(one.text)}</h{one.level + 1}>"


def _html_item(item: blocks.Item) -> str:
    under = "".join(f"<li>{escape(one)}</li>" for one in item.under)
    return f"<li>{escape(item.text)}{f'<ul>{under}</ul>' if under else ''}</li>"


def _html_table(table: blocks.Table) -> str:
    line = f"border-bottom:1px solid {look.colour(look.LINE)};padding:4px 8px;"

    def cell(tag: str, column: blocks.Column, value: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        return f'<{tag}{scope} style="{line}text-align:{column.align}">{escape(value)}</{tag}>'

    heads = "".join(cell("th", column, column.head) for column in table.columns)
    rows = "".join(
        "<tr>"
        + "".join(cell("td", c, v) for c, v in zip(table.columns, row, strict=True))
        + "</tr>"
        for row in table.rows
    )
    said = f"<caption style='text-align:left'>{escape(table.caption)}</caption>"
    return (
        f'<table style="border-collapse:collapse">{said if table.caption else ""}'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _plain(document: Document) -> str:
    parts = [document.handling or "", document.mark.name, document.title.upper()]
    parts += [_SAID[type(one)][1](one) for block in document.blocks for one in _flat(block)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _plain_heading(one: blocks.Heading) -> str:
    return f"{one.text}\n{'-' * len(one.text)}"


def _plain_said(one: blocks.Text | blocks.Note) -> str:
    opening = one.opening if isinstance(one, blocks.Text) else one.title
    return f"{opening} {one.text}".strip()


def _plain_list(one: blocks.List) -> str:
    rows = []
    for place, item in enumerate(one.items, start=1):
        rows.append(f"{f'{place}.' if one.numbered else '-'} {item.text}")
        rows += [f"  - {under}" for under in item.under]
    return "\n".join(rows)


def _plain_facts(one: blocks.Facts) -> str:
    return "\n".join(f"{label}: {value}" for label, value in one.rows)


def _plain_figure(one: blocks.Figure) -> str:
    return f"{one.alt}\n\n{_plain_table(one.data)}" if one.data else one.alt


def _plain_signature(one: blocks.Signature) -> str:
    return "\n".join((one.closing, "", one.name, one.role)).strip()


def _plain_table(table: blocks.Table) -> str:
    heads = tuple(column.head for column in table.columns)
    rows = [" | ".join(row) for row in (heads, *table.rows)]
    return "\n".join([table.caption, *rows] if table.caption else rows)


def _nothing(_one: blocks.Plain) -> str:
    return ""


# How each block is said in HTML and in plain text.
_SAID: dict[type, tuple[Callable[[Any], str], Callable[[Any], str]]] = {
    blocks.Heading: (_html_heading, _plain_heading),
    blocks.Text: (_html_said, _plain_said),
    blocks.Note: (_html_said, _plain_said),
    blocks.List: (_html_list, _plain_list),
    blocks.Facts: (_html_facts, _plain_facts),
    blocks.Table: (_html_table, _plain_table),
    blocks.Figure: (_html_figure, _plain_figure),
    blocks.Signature: (_html_signature, _plain_signature),
    blocks.Spoken: (_nothing, _nothing),
    blocks.PageBreak: (_nothing, _nothing),
}
