"""Dates: a grammar of Vietnamese time expressions with TIMEX3 values.

``patterns`` and ``feasts`` hold the words, ``scan`` says where to look, ``tokens`` cuts the text
there. The grammar, from small to large: ``numerals``, ``units``, ``periods``, ``clock``,
``moments``, ``lengths``, ``picks``, ``openings``, ``chains``, ``phrases``. ``guards`` says what is
none, ``tense`` and ``context`` what the text around tells, ``inherit``, ``relative``, ``lunar`` and
``resolve`` place on the calendar, ``values`` writes TIMEX3, and ``finder`` runs it all.
"""

from hoinghi.stages.dates.finder import find_dates

__all__ = ["find_dates"]
