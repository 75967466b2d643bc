"""Dates: a grammar of Vietnamese time expressions with TIMEX3 values.

``patterns`` holds the words, ``tokens`` cuts, ``units``, ``moments`` and ``phrases`` are the
grammar, ``guards`` says what is none, ``resolve`` places on the calendar, ``finder`` runs it all.
"""

from hoinghi.stages.dates.finder import find_dates

__all__ = ["find_dates"]
