"""The pictograms of the house: lines on a grid of 24, drawn in the colour of the text."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

SHAPES: dict[str, str] = {
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 7.5v.01"/>',
    "success": (
        '<rect x="3.5" y="3.5" width="17" height="17" rx="1.5"/><path d="m8 12.5 2.8 2.8L16 9.5"/>'
    ),
    "warning": '<path d="M12 3.5 2.5 20h19z"/><path d="M12 10v4.5M12 17.2v.01"/>',
    "danger": '<path d="M12 2.5 21.5 12 12 21.5 2.5 12z"/><path d="M12 8v4.5M12 15.7v.01"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "menu": '<path d="M4 6.5h16M4 12h16M4 17.5h16"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6"/>',
    "down": '<path d="m6.5 9.5 5.5 5.5 5.5-5.5"/>',
    "next": '<path d="M5 12h14M13 6l6 6-6 6"/>',
    "previous": '<path d="M19 12H5M11 6l-6 6 6 6"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "file": '<path d="M6 2.5h8l4.5 4.5v14.5H6z"/><path d="M13.5 2.5V7.5h5"/>',
    "lock": (
        '<rect x="5" y="10.5" width="14" height="10" rx="1.5"/>'
        '<path d="M8 10.5V7.5a4 4 0 0 1 8 0v3"/>'
    ),
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>',
    "signpost": '<path d="M12 2.5v19M12 5h7l2.5 2.5L19 10h-7M12 11.5H5L2.5 14 5 16.5h7"/>',
    "scales": (
        '<path d="M12 4v16M7.5 20h9M5 7h14M5 7l-3 7a3.2 3.2 0 0 0 6 0z"/>'
        '<path d="m19 7-3 7a3.2 3.2 0 0 0 6 0z"/>'
    ),
}

# What each says to a reader, and nothing else.
USES = {
    "info": _("Uitleg"),
    "success": _("Gelukt of voldaan"),
    "warning": _("Let op"),
    "danger": _("Fout, of niet meer terug te draaien"),
    "search": _("Zoeken"),
    "menu": _("Menu"),
    "person": _("Een persoon of account"),
    "down": _("Openklappen"),
    "next": _("Verder"),
    "previous": _("Terug"),
    "plus": _("Toevoegen"),
    "file": _("Bestand"),
    "lock": _("Afgeschermd"),
    "clock": _("Termijn of moment"),
    "signpost": _("Het merk: de weg wijzen"),
    "scales": _("De wet, of een weging"),
}

# A signpost with two boards: what it points at is the way, not the destination.
LOGO = mark_safe(
    '<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">'
    '<path fill="currentColor" d="M14.5 1h3v30h-3z"/>'
    '<path fill="#f2a71b" d="M7 4.5h17.5l5 4.250-5 4.250H7z"/>'
    '<path fill="currentColor" d="M25 15.5H7.5l-5 4.250 5 4.250H25z"/></svg>'
)


def icon(name: str) -> SafeString:
    """Return a pictogram that screen readers pass over; the words beside it say the same."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        mark_safe(SHAPES[name]),  # noqa: S308 - one of the constants above
    )
