"""``hoinghi check``: does gold keep the guidelines?"""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Check annotated articles against the guidelines.")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(gold: tuple[Path, ...]) -> None:
    """Check annotated articles against the guidelines.

    GOLD are .xml or .jsonl files, or folders of them. Prints a line per problem that names file,
    document and what to mend; the exit status is 1 if there is any.

    \b
    Example:
      hoinghi check corpus/gold
    """
    from hoinghi.gold import check as problems_of
    from hoinghi.gold import read_gold

    problems = problems_of(gold)
    for problem in problems:
        click.echo(problem)
    if problems:
        raise click.exceptions.Exit(1)
    count = sum(1 for _ in read_gold(gold))
    click.echo(f"{count} {'document' if count == 1 else 'documents'}, no problem")
