"""From the rows of a table, whatever its format, to articles."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.cells import day_in, line_in, text_in
from hoinghi.sources.columns import SAMPLE, missing_column, names_in, settle
from hoinghi.sources.content import usable
from hoinghi.sources.encodings import repair_all
from hoinghi.sources.lines import look_ahead
from hoinghi.sources.published import is_month_first
from hoinghi.text import nfc, squeeze

# Long cells end the look at the first rows, which are held all at once.
_CELL_ROOM = 16

NumberedRow = tuple[str, Mapping[str, object] | ReadError]


def articles_of(
    rows: Iterator[NumberedRow],
    source: str,
    settings: Settings,
    header: Iterable[str] = (),
) -> Iterator[Article | ReadError]:
    """Yield an article for each row, a ``ReadError`` for each that gives none.

    The first rows are looked at together, to see which columns there are and what they hold.

    Args:
        rows: Each row's source (``path#row``) with its values by column name, names in NFC; or
            with what is wrong with it.
        source: What the table goes by.
        settings: Names of the columns, greatest length.
        header: Names of the columns, where they are known without the rows.

    Raises:
        ReadError: A column that must be there is missing.
    """
    room = settings.max_characters * _CELL_ROOM
    head = look_ahead(rows, SAMPLE, room, lambda numbered: _size(numbered[1]))
    good = [row for _, row in head if not isinstance(row, ReadError)]
    names = [*header, *(name for row in good for name in names_in(row))]
    if names:
        settings = settle(names, good, source, settings)
    month_first = are_months_first(good, settings)
    for at, row in itertools.chain(head, rows):
        if isinstance(row, ReadError):
            yield row
            continue
        try:
            yield article_of(row, at, settings, month_first=month_first)
        except ReadError as error:
            yield error


def _size(row: Mapping[str, object] | ReadError) -> int:
    values = () if isinstance(row, ReadError) else row.values()
    return sum(len(value) for value in values if isinstance(value, str | bytes))


def are_months_first(rows: Iterable[Mapping[str, object]], settings: Settings) -> bool:
    """Tell whether the first ``rows`` of a table show that its days have their month first."""
    return is_month_first(line_in(row, settings.date_column) for row in rows)


def article_of(
    row: Mapping[str, object], source: str, settings: Settings, *, month_first: bool = False
) -> Article:
    """Return the article in ``row``, its text as it is there but for NFC and markup.

    Args:
        row: Values by column name, names in NFC.
        source: What the article goes by, ``path#row``.
        settings: Names of the columns as ``settle`` returns them, greatest length.
        month_first: Days are written as in America (``are_months_first``).

    Raises:
        ReadError: The row has no text that can be used.
    """
    column = settings.text_column
    if nfc(column) not in row and nfc(column) not in names_in(row):
        raise missing_column(column, names_in(row), source, "text_column")
    # Together, for a title alone is too short to tell an old encoding.
    text, title = repair_all([text_in(row, column, source), line_in(row, settings.title_column)])
    return Article(
        text=usable(text, source, settings),
        title=squeeze(nfc(title)) or None,
        published=day_in(row, settings.date_column, month_first=month_first),
        source=source,
        site=host(line_in(row, settings.url_column)),
    )


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


def address_in(source: str) -> str | None:
    """Return the address of the web that ``source`` is or ends with (``crawl.warc#https://...``)."""
    address = source.rpartition("#")[2]
    return address if address.startswith(("http://", "https://")) else None
