"""All files of a report, written so that nobody sees half of one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from hoinghi.errors import UsageError
from hoinghi.report.csv_sheets import write_sheet
from hoinghi.report.facts import read_facts
from hoinghi.report.figures import KeyFigures, key_figures
from hoinghi.report.scope import Scope
from hoinghi.report.sheets import sheets
from hoinghi.sinks import check_writable, replacing


@dataclass(frozen=True, slots=True)
class Written:
    """What a report wrote: its files, and its key figures."""

    files: tuple[Path, ...]
    figures: KeyFigures


def write_report(
    out: Path, folder: Path, scope: Scope | None = None, *, separator: str = ","
) -> Written:
    """Write ``bao-cao.html``, ``bao-cao.xlsx`` and a CSV file a sheet to ``folder``.

    Args:
        out: The folder that ``hoinghi extract`` wrote.
        folder: Where the files go; it is made if need be, other files in it stay.
        scope: Which meetings the report is about, by default all.
        separator: What stands between the cells of a CSV file.

    Raises:
        UsageError: The tables cannot be read, ``scope`` names what is not known, or a library of
            the extra ``[report]`` is missing.
        OutputError: The folder cannot be written.
    """
    write_page, write_workbook = _writers()
    check_writable(folder)
    facts = read_facts(out, scope)
    tables, figures = sheets(facts), key_figures(facts)
    paths = [folder / "bao-cao.html", folder / "bao-cao.xlsx"]
    with ExitStack() as whole:  # all files appear when all are whole
        page, book = (whole.enter_context(replacing(path)) for path in paths)
        for sheet in tables:
            paths.append(folder / f"{sheet.slug}.csv")
            part = whole.enter_context(replacing(paths[-1]))
            write_sheet(sheet, part, separator=separator)
        write_workbook(tables, figures, book)
        write_page(facts, tables, figures, page)
    return Written(tuple(paths), figures)


def _writers() -> tuple[Callable[..., None], Callable[..., None]]:
    """Return what writes the page and the workbook; both need libraries of an extra."""
    try:
        from hoinghi.report.page import write_page  # noqa: PLC0415
        from hoinghi.report.workbook import write_workbook  # noqa: PLC0415
    except ImportError as error:
        package = (error.name or "").partition(".")[0]
        raise UsageError(
            f"hoinghi report: the package {package} is not installed; install it with "
            "pip install 'hoinghi[report]'"
        ) from error
    return write_page, write_workbook
