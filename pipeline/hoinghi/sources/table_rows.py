"""From one row of a table, whatever its format, to an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from urllib.parse import urlsplit

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.content import usable
from hoinghi.sources.encodings import repair_all
from hoinghi.sources.published import parse_published
from hoinghi.text import nfc, squeeze

_COLUMNS = ("text_column", "title_column", "date_column", "url_column")
_SHOWN, _NAME_SHOWN = 30, 60


def check_columns(found: Iterable[str], source: str, settings: Settings) -> None:
    """Check that every column that must be there is ``found``.

    The text column must always be there, the others only where the user has named them.

    Raises:
        ReadError: One is missing; the message lists the columns that were found.
    """
    columns = list(dict.fromkeys(found))
    defaults = {field.name: field.default for field in fields(Settings)}
    for setting in _COLUMNS:
        name = getattr(settings, setting)
        needed = setting == "text_column" or name != defaults[setting]
        if needed and nfc(name) not in columns:
            raise missing_column(name, columns, source, setting)


def missing_column(name: str, found: Iterable[str], source: str, setting: str) -> ReadError:
    """Return the error for a column ``name`` that is not among ``found``."""
    shown = ", ".join(name[:_NAME_SHOWN] for name in list(found)[:_SHOWN]) or "none"
    return ReadError(
        source,
        f"there is no column {name}; found are: {shown}",
        f"rename it, or give its name with the setting {setting}",
    )


def article_of(row: Mapping[str, object], source: str, settings: Settings) -> Article:
    """Return the article in ``row``, its text exactly as it is there but for NFC.

    Args:
        row: Values by column name, names in NFC.
        source: What the article goes by, ``path#row``.
        settings: Names of the columns, greatest length.

    Raises:
        ReadError: The row has no text that can be used.
    """
    if nfc(settings.text_column) not in row:
        raise missing_column(settings.text_column, row, source, "text_column")
    text = row[nfc(settings.text_column)]
    if text is not None and not isinstance(text, str):
        raise ReadError(
            source,
            f"{settings.text_column} is not text but {type(text).__name__}",
            "put the article's text there, in quotes",
        )
    published = _cell(row, settings.date_column)
    whole, title = repair_all([text or "", _cell(row, settings.title_column)])
    return Article(
        text=usable(whole, source, settings),
        title=squeeze(nfc(title)) or None,
        published=parse_published(published),
        source=source,
        site=host(_cell(row, settings.url_column)),
    )


def _cell(row: Mapping[str, object], column: str) -> str:
    value = row.get(nfc(column))
    # What is no clean text is no title, date or address either.
    return value.encode(errors="ignore").decode() if isinstance(value, str) else ""


def host(url: str) -> str | None:
    """Return the host that ``url`` points at, without ``www.``; ``None`` if it is no address."""
    url = url.strip()
    try:
        name = urlsplit(url if "://" in url else f"//{url.lstrip('/')}").hostname
    except ValueError:
        return None
    if not name or "." not in name or any(c.isspace() for c in name):
        return None
    return name.removeprefix("www.")
