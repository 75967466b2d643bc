"""The command ``hoinghi``: one module per command, heavy imports only when a command runs."""

# ruff: noqa: D205, D301 - \b in a docstring is click's mark for lines to be kept as they are

from __future__ import annotations

import warnings
from typing import Any

import click

from hoinghi import __version__
from hoinghi.cli.check import check
from hoinghi.cli.dates import dates
from hoinghi.cli.doubtful import doubtful
from hoinghi.cli.evaluate import evaluate
from hoinghi.cli.evaluate_dates import evaluate_dates
from hoinghi.cli.evaluate_links import evaluate_links
from hoinghi.cli.extract import extract
from hoinghi.cli.load import load
from hoinghi.cli.report import report
from hoinghi.cli.review import review
from hoinghi.cli.show import show
from hoinghi.cli.status import status
from hoinghi.cli.train import cross_validate, train
from hoinghi.errors import HoinghiError, ModelWarning

__all__ = ["main"]


class Failure(click.ClickException):
    """An error of the package as the command line shows it: one line, no traceback."""

    exit_code = 2


class Commands(click.Group):
    """A group whose commands end with exit status 2 where the package refuses to go on."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; see ``click.Group.invoke``."""
        with warnings.catch_warnings():
            warnings.simplefilter("always", ModelWarning)
            warnings.showwarning = _warn
            try:
                return super().invoke(ctx)
            except HoinghiError as error:
                raise Failure(str(error)) from error


def _warn(message: Warning | str, *_: object, **__: object) -> None:
    """Show a warning as the command line shows errors: one line, no source."""
    click.echo(f"Warning: {message}", err=True)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hoinghi")
def main() -> None:
    """Read Vietnamese news about meetings and write tables: who met where and when, who held
    which office, which directives were cited.

    \b
    Examples:
      hoinghi extract articles/ --out tables
      hoinghi report tables --to bao-cao
      hoinghi load tables duckdb:///meetings.duckdb
      hoinghi show articles/tam-dai.txt
      hoinghi dates "Sáng 23/4, tại xã" --published 2024-04-24
      hoinghi evaluate corpus/gold --split train
      hoinghi train corpus/gold --out my-model

    Exit status: 0 all went well; 1 some articles could not be read, or a check failed; 2 wrong
    usage.
    """


_COMMANDS = (
    extract,
    status,
    load,
    report,
    review,
    doubtful,
    show,
    dates,
    evaluate,
    evaluate_dates,
    evaluate_links,
    check,
    train,
    cross_validate,
)
for command in _COMMANDS:
    main.add_command(command)
