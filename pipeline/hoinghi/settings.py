"""One frozen set of settings, from a TOML file, the environment or arguments.

Later sources win: defaults, then the file, then ``HOINGHI_*`` variables, then arguments.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from hoinghi.errors import SettingsError

PREFIX = "HOINGHI_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may change.

    Attributes:
        text_column: Column (of a table) or key (JSON; dotted, ``article.content``, for one
            within another) with an article's text; the only one that must be there. Where it
            is left at its default and there is none of that name, usual names are tried
            (``content``, ``Nội dung``; see ``sources/columns.py``); likewise the other three.
        title_column: Column with its headline.
        date_column: Column with the day that it was published.
        url_column: Column with its address, of which the host becomes the article's site.
        max_characters: An article longer than this is not read but reported as failed.
        gazetteer: File of one's own bodies, titles and places (``docs/GAZETTEER.md``); empty
            for none. A relative path counts from the working folder.
        model: Folder of a model that ``hoinghi train`` wrote; empty for the shipped one, ``none``
            for rules and lists alone.
        article_seconds: Longest time that one article may take, reading it included; then its
            process is ended, and after a second try the article is reported as failed.
        article_megabytes: Most memory of a process that reads; what needs more fails likewise.
    """

    text_column: str = "text"
    title_column: str = "title"
    date_column: str = "published"
    url_column: str = "url"
    max_characters: int = 1_000_000
    gazetteer: str = ""
    model: str = ""
    article_seconds: int = 120
    article_megabytes: int = 2_000

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if type(value) is not type(field.default):
                raise SettingsError(
                    f"setting {field.name} = {value!r}: it must be {_KINDS[type(field.default)]}, "
                    f"such as {field.default!r}"
                )
            if field.default and isinstance(value, str) and not value.strip():
                raise SettingsError(f"setting {field.name} is empty: give it a name")
        for name, least in _LEAST.items():
            if (value := getattr(self, name)) < least:
                raise SettingsError(f"setting {name} = {value}: it must be {least} or more")

    @classmethod
    def load(
        cls,
        path: str | os.PathLike[str] | None = None,
        env: Mapping[str, str] | None = None,
        **overrides: object,
    ) -> Settings:
        """Return the settings of a TOML file, the environment and arguments together.

        Args:
            path: TOML file with the names of the fields as top-level keys; ``None`` for none.
            env: Variables to look for ``HOINGHI_<NAME>`` in; ``None`` means ``os.environ``.
            **overrides: Values that win over both; ``None`` leaves a setting as it is.

        Raises:
            SettingsError: The file cannot be read, a name is unknown or a value impossible.
        """
        values: dict[str, object] = {}
        if path is not None:
            values |= _known(_read_toml(Path(path)), origin=str(path))
        variables = os.environ if env is None else env
        for name, text in _known(_from_environment(variables), origin="environment").items():
            values[name] = _parsed(name, str(text))
        given = {name: value for name, value in overrides.items() if value is not None}
        values |= _known(given, origin="arguments")
        return cls(**values)  # type: ignore[arg-type]  # __post_init__ checks every type


_LEAST = {"max_characters": 1, "article_seconds": 1, "article_megabytes": 500}
_KINDS = {str: "text", int: "a whole number"}
_DEFAULTS = {field.name: field.default for field in fields(Settings)}


def _read_toml(path: Path) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 - only who has a file of settings needs it

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            f"{path}: settings cannot be read ({error.strerror}); check the path"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f'{path}: not a TOML file in UTF-8 ({error}); write lines such as text_column = "text"'
        ) from error


def _from_environment(variables: Mapping[str, str]) -> dict[str, object]:
    return {
        name.removeprefix(PREFIX).lower(): value
        for name, value in variables.items()
        if name.startswith(PREFIX)
    }


def _known(values: Mapping[str, object], *, origin: str) -> dict[str, object]:
    """Return ``values`` as they are, or raise for the first name that no setting has."""
    for name in values:
        if name not in _DEFAULTS:
            close = difflib.get_close_matches(name, _DEFAULTS, n=1)
            hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(_DEFAULTS)}"
            raise SettingsError(f"{origin}: unknown setting {name}; {hint}")
    return dict(values)


def _parsed(name: str, text: str) -> object:
    """Return an environment variable's ``text`` in the type of its setting."""
    if not isinstance(_DEFAULTS[name], int):
        return text
    try:
        return int(text)
    except ValueError as error:
        raise SettingsError(
            f"{PREFIX}{name.upper()} = {text!r}: it must be a whole number, "
            f"such as {_DEFAULTS[name]}"
        ) from error
