"""``hoinghi review``: a local page for going through doubtful rows, and gold from it."""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

import threading
import webbrowser
from pathlib import Path

import click


@click.command(short_help="Check doubtful rows on a local page.")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path, file_okay=False))
@click.option("--who", metavar="NAME", help="Whose decisions they are. [default: the user's name]")
@click.option(
    "--port",
    default=0,
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="Where to listen on this machine. [default: any that is free]",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option(
    "--save-gold",
    "gold",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Open no page: write the articles whose rows are all decided on as annotated articles.",
)
def review(out: Path, who: str | None, port: int, gold: Path | None, *, no_browser: bool) -> None:
    """Go through the rows that are to be checked, on a page in the browser.

    OUT is the folder that "hoinghi extract" wrote. The page shows each row of can-kiem-tra beside
    its article: accept, correct or reject it by a key each. Only this machine can open it, and only
    by the address that is printed. Ctrl-C ends it.

    Decisions are kept in OUT/corrections.jsonl, with who and when. They survive every later run and
    appear in all tables, databases and reports. docs/REVIEW.md tells more.

    \b
    Examples:
      hoinghi review tables
      hoinghi review tables --who "Nguyễn Thị An" --port 8765 --no-browser
      hoinghi review tables --save-gold my-gold

    Exit status: 0 all went well; 1 some articles could not be written as gold; 2 wrong usage, or
    OUT holds no tables.
    """
    if gold is not None:
        _save_gold(out, gold)
        return
    from hoinghi.review.serving import serve

    def on_ready(address: str, total: int, decided: int) -> None:
        click.echo(f"to check    {total:,} rows, {decided:,} of them decided on")
        click.echo(f"page        {address}")
        click.echo("end         Ctrl-C")
        if not no_browser:
            # A browser of the terminal holds its caller until it ends; the page is not served yet.
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    serve(out, who or _user(), port=port, on_ready=on_ready)
    _refresh(out)


def _refresh(out: Path) -> None:
    from hoinghi.corrections import refresh
    from hoinghi.errors import LockedError

    try:
        changed = refresh(out)
    except LockedError:
        click.echo("decisions   kept; a run writes the tables just now, the next one applies them")
        return
    click.echo(f"tables      {'brought up to date' if changed else 'as they were'}")


def _save_gold(out: Path, folder: Path) -> None:
    from hoinghi.review.saving import save_gold

    saved = save_gold(out, folder)
    for document, problem in saved.left_out:
        click.echo(f"left out    {document}: {problem}", err=True)
    click.echo(f"written     {saved.written:,} articles to {folder}")
    click.echo(f"open        {saved.unfinished:,} articles have rows that nobody decided on")
    if saved.left_out:
        raise click.exceptions.Exit(1)


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # in a container that knows no users
        return "?"
