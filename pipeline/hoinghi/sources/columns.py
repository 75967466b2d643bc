"""Which column of a table holds what: the names that the user gave, else usual ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from statistics import median

from hoinghi.errors import ReadError
from hoinghi.settings import Settings
from hoinghi.text import nfc, strip_accents

# Rows looked at before anything is said of a whole table.
SAMPLE = 20
# Names as ``_key`` folds them, the likeliest first. The dotted ones are those of WordPress.
_USUAL: Mapping[str, tuple[str, ...]] = {
    "text_column": tuple(
        "text content body noidung noidungchitiet noidungbaiviet noidungtin baiviet toanvan "
        "thanbai article articlebody articletext articlecontent fulltext maintext cleantext "
        "rawtext bodytext contenttext textcontent contenthtml bodyhtml descriptionfull "
        "fulldescription content.rendered".split()
    ),
    "title_column": tuple(
        "title headline tieude tieudebaiviet tit tenbai tenbaiviet articletitle "
        "title.rendered".split()
    ),
    "date_column": tuple(
        "published publishedat publisheddate publishedtime publishedon publishdate publishtime "
        "publicationdate datepublished datepublish pubdate ngaydang ngaydangtin ngaydangbai "
        "ngayxuatban thoigiandang date postdate posteddate ngay thoigian createdat".split()
    ),
    "url_column": tuple(
        "url link href sourceurl articleurl pageurl duongdan lienket permalink nguon source".split()
    ),
}
# These name a newspaper as often as an address.
_DOUBTFUL = frozenset({"nguon", "source"})
_DEFAULTS = {field.name: field.default for field in fields(Settings)}
_BETWEEN = re.compile(r"[\s_-]+")
_LONG_TEXT = 200
_DEEPEST = 4
_SHOWN, _NAME_SHOWN = 30, 60
# A header below the title lines of a sheet is looked for so far down.
_HEADER_ROWS = 10


def settle(
    found: Iterable[str], rows: Sequence[Mapping[str, object]], source: str, settings: Settings
) -> Settings:
    """Return ``settings`` with the columns that a table really has.

    A column that the user has named must be there. Else the default name, else the first usual
    name, compared without accents, case, blanks, ``_`` and ``-``. Where no name fits, the text
    is the only column of long texts (median of 200 characters or more), else one within an
    object, ``attributes.noiDung``; the others are looked for beside it first.

    Args:
        found: Names of the columns, in NFC.
        rows: The first rows, up to ``SAMPLE``; may be empty.
        source: What the table goes by in errors.
        settings: Names as the user gave them.

    Raises:
        ReadError: A column that must be there is missing; the message lists those found.
    """
    names = [name for name in dict.fromkeys(found) if name.strip()]
    chosen: dict[str, str] = {}
    for setting in _USUAL:
        wanted = getattr(settings, setting)
        named = wanted != _DEFAULTS[setting]
        there = nfc(wanted) in names
        if there and (named or not _holds_objects(rows, nfc(wanted))):
            continue
        guess = None
        if not named and setting == "text_column":
            guess = _text_of(names, rows)
        elif not named:
            text = chosen.get("text_column", nfc(settings.text_column))
            beside = text[: text.rfind(".") + 1]
            guess = _guess(setting, names, rows, beside) or _guess(setting, names, rows)
        if guess is not None:
            chosen[setting] = guess
        elif not there and (named or setting == "text_column"):
            raise missing_column(wanted, names, source, setting)
    return replace(settings, **chosen)  # type: ignore[arg-type]  # names of text settings only


def missing_column(name: str, found: Iterable[str], source: str, setting: str) -> ReadError:
    """Return the error for a column ``name`` that is not among ``found``."""
    shown = ", ".join(name[:_NAME_SHOWN] for name in list(found)[:_SHOWN]) or "none"
    option = f"--{setting.replace('_', '-')}"
    return ReadError(
        source,
        f"there is no column {name}; found are: {shown}",
        f"rename it, or give its name with the setting {setting} ({option})",
    )


def is_text_column(name: str, settings: Settings) -> bool:
    """Tell whether ``name`` is the text column that the user named, or a usual name of one."""
    if nfc(name).strip() == nfc(settings.text_column):
        return True
    default = settings.text_column == _DEFAULTS["text_column"]
    return default and _key(name) in _USUAL["text_column"]


def header_at(rows: Sequence[Sequence[object]], settings: Settings) -> int | None:
    """Return the index of the row that holds the names of the columns.

    Title lines may stand above it: of the first ten rows with a text column it is the one that
    names most columns, without any the first with two cells or more. ``None`` if all are empty.
    """
    best, most = None, 0
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        names = [cell for cell in row if isinstance(cell, str) and cell.strip()]
        if any(is_text_column(name, settings) for name in names):
            known = sum(is_known(name, settings) for name in names)
            if known > most:
                best, most = at, known
    if best is not None:
        return best
    filled = [sum(not _is_empty(cell) for cell in row) for row in rows[:_HEADER_ROWS]]
    for least in (2, 1):
        for at, count in enumerate(filled):
            if count >= least:
                return at
    return None


def names_in(row: Mapping[str, object], above: str = "", depth: int = 1) -> Iterator[str]:
    """Yield the keys of ``row``, and those within its objects with dots: ``article.content``."""
    for key, value in row.items():
        yield above + key
        if isinstance(value, Mapping) and depth < _DEEPEST:
            yield from names_in(value, f"{above}{key}.", depth + 1)


def value_in(row: Mapping[str, object], name: str) -> object:
    """Return the value of the column ``name``, which may be dotted; ``None`` without one."""
    if name in row or "." not in name:
        return row.get(name)
    value: object = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def is_known(name: str, settings: Settings) -> bool:
    """Tell whether ``name`` is one that the user gave, or a usual one, of any of the columns."""
    given = {nfc(getattr(settings, setting)) for setting in _USUAL}
    key = _key(name)
    return nfc(name).strip() in given or any(key in usual for usual in _USUAL.values())


def _key(name: str) -> str:
    return _BETWEEN.sub("", strip_accents(name).lower())


def _text_of(names: Sequence[str], rows: Sequence[Mapping[str, object]]) -> str | None:
    """Return the column that is taken for the text though nobody has named it."""
    if found := _guess("text_column", names, rows) or _only_long_texts(names, rows):
        return found
    above = dict.fromkeys(name[: name.rfind(".") + 1] for name in names if "." in name)
    guesses = (_guess("text_column", names, rows, one) for one in above)
    return next(filter(None, guesses), None)


def _guess(
    setting: str, names: Sequence[str], rows: Sequence[Mapping[str, object]], above: str = ""
) -> str | None:
    """Return the column with the first usual name below ``above``; texts must hold text."""
    by_key = {_key(n.removeprefix(above)): n for n in reversed(names) if n.startswith(above)}
    for usual in _USUAL[setting]:
        name = by_key.get(usual)
        if name is None or _holds_objects(rows, name):
            continue
        values = [value for row in rows if not _is_empty(value := value_in(row, name))]
        texts = [value for value in values if isinstance(value, str | bytes)]
        if setting == "text_column" and values and not texts:
            continue
        if usual in _DOUBTFUL and not (texts and all(map(_is_address, texts))):
            continue
        return name
    return None


def _holds_objects(rows: Sequence[Mapping[str, object]], name: str) -> bool:
    """Tell whether there are only objects in a column, such as ``title`` of ``title.rendered``."""
    values = [value for row in rows if not _is_empty(value := value_in(row, name))]
    return bool(values) and all(isinstance(value, Mapping) for value in values)


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _is_address(value: str | bytes) -> bool:
    return isinstance(value, str) and value.strip().lower().startswith(("http://", "https://"))


def _only_long_texts(names: Sequence[str], rows: Sequence[Mapping[str, object]]) -> str | None:
    long = []
    for name in names:
        values = (value_in(row, name) for row in rows)
        lengths = [len(value) for value in values if isinstance(value, str) and " " in value]
        if lengths and median(lengths) >= _LONG_TEXT:
            long.append(name)
    return long[0] if len(long) == 1 else None
