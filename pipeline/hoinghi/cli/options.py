"""What several commands share: options, the settings that they make, files of figures."""

# ruff: noqa: PLC0415 - imported where needed, so that help and usage errors come at once

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from hoinghi.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])

json_option = click.option(
    "--json",
    "json_file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write all figures there, as one flat JSON object.",
)

_OPTIONS = (
    click.option(
        "--text-column",
        metavar="NAME",
        help="Column (tables) or key (JSON; a.b for b within a) that holds the text of an article. "
        "[default: text, else a usual name such as content or Nội dung, else the only column of "
        "long texts]",
    ),
    click.option(
        "--title-column",
        metavar="NAME",
        help="Column of the headline. [default: title, else a usual name such as Tiêu đề]",
    ),
    click.option(
        "--date-column",
        metavar="NAME",
        help="Column of the day of publication. [default: published, else a usual name such as "
        "Ngày đăng]",
    ),
    click.option(
        "--url-column",
        metavar="NAME",
        help="Column of the address. [default: url, else a usual name such as link]",
    ),
    click.option(
        "--gazetteer",
        metavar="FILE",
        help="Tab-separated list of your own bodies, titles and places, which extends or overrides "
        "the shipped ones; docs/GAZETTEER.md explains it.",
    ),
    click.option(
        "--model",
        metavar="FOLDER",
        help="A model that hoinghi train wrote, or none for rules and lists alone. [default: the "
        "shipped one]",
    ),
    click.option(
        "--settings",
        "settings_file",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="TOML file of settings. Variables HOINGHI_<SETTING> win over it, options over both.",
    ),
)


def with_options(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    """Add ``options`` to ``command``, so that its help lists them in their order."""
    for option in reversed(options):
        command = option(command)
    return command


def input_options(command: Command) -> Command:
    """Add the options that say how rows of a table are read, and where the settings are."""
    return with_options(_OPTIONS, command)


def make_settings(settings_file: Path | None, columns: Mapping[str, Any]) -> Settings:
    """Return the settings of file, environment and options together.

    Raises:
        SettingsError: a name is unknown or a value impossible.
    """
    from hoinghi.settings import Settings

    return Settings.load(settings_file, **columns)


def percent(figure: float | None, width: int) -> str:
    """Return a figure of 0-1 in percent, right-aligned; a dash where nothing was measured."""
    return f"{'-' if figure is None else format(100 * figure, '.1f'):>{width}}"


def write_json(path: Path, figures: Mapping[str, object]) -> None:
    """Write ``figures`` as one JSON object.

    Raises:
        OutputError: the file cannot be written.
    """
    from hoinghi.errors import OutputError

    try:
        path.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written ({error.strerror}); name another file"
        ) from error
