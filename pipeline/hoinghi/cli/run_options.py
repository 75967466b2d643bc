"""Options that say how a run is done: on how much, where, and what it tells."""

# ruff: noqa: PLC0415 - imported where needed, so that help and usage errors come at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hoinghi.cli.options import Command, with_options

if TYPE_CHECKING:
    from hoinghi.run import Options

_NAMES = ("workers", "cluster", "chunk_size", "force", "retry_failed")

_OPTIONS = (
    click.option(
        "--workers",
        metavar="N",
        type=click.IntRange(1),
        help="How many articles are read at a time. [default: one a core]",
    ),
    click.option(
        "--cluster",
        metavar="ADDRESS",
        default="",
        help="Read on a Dask cluster: tcp://HOST:8786, or local for one on this machine. All its "
        "machines must see PATH and OUT under the same names.",
    ),
    click.option(
        "--chunk-size",
        metavar="N",
        type=click.IntRange(1, 10_000),
        default=200,
        show_default=True,
        help="Most files or rows that a worker reads at a time; so much is lost at most when it "
        "is killed.",
    ),
    click.option("--force", is_flag=True, help="Read everything again."),
    click.option(
        "--retry-failed", is_flag=True, help="Try again what an earlier run could not read."
    ),
    click.option(
        "--article-seconds",
        metavar="N",
        type=int,
        help="Longest time for one article; one that takes more, twice, fails. [default: 120]",
    ),
    click.option(
        "--article-megabytes",
        metavar="N",
        type=int,
        help="Most memory of a process that reads; what needs more fails. [default: 2000]",
    ),
    click.option("--quiet", "-q", is_flag=True, help="Tell nothing until the end."),
    click.option(
        "--log-file",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Also write what happens there, a JSON object a line.",
    ),
)


def run_options(command: Command) -> Command:
    """Add the options that say how a run is done."""
    return with_options(_OPTIONS, command)


def make_options(given: dict[str, Any]) -> Options:
    """Take the options of a run out of ``given``."""
    from hoinghi.run import Options

    return Options(**{name: given.pop(name) for name in _NAMES})
