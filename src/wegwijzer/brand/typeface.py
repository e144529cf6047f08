"""Where the typeface of the house lies, for whatever draws letters itself."""

from pathlib import Path

FONTS = Path(__file__).parent.parent / "web" / "static" / "build" / "fonts"


def font_paths(folder: Path) -> list[str]:
    """Return the folder to look in; without the typeface the letters of the system are used."""
    return [str(folder)] if folder.is_dir() else []
