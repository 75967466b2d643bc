"""What leadership reads: CSV files, a workbook and a page in Vietnamese, made from the tables."""

from hoinghi.report.facts import Facts, read_facts
from hoinghi.report.figures import KeyFigures, key_figures
from hoinghi.report.scope import Scope
from hoinghi.report.sheets import Column, Sheet, sheets
from hoinghi.report.writing import Written, write_report

__all__ = [
    "Column",
    "Facts",
    "KeyFigures",
    "Scope",
    "Sheet",
    "Written",
    "key_figures",
    "read_facts",
    "sheets",
    "write_report",
]
