"""Gold: annotated articles, their reader, their validator and the split that they fall into.

What is right is written in ``corpus/GUIDELINES.md``; how the files look in ``corpus/README.md``.
"""

from hoinghi.gold.documents import (
    GoldDirective,
    GoldDocument,
    GoldMeeting,
    GoldPerson,
    GoldPosition,
    split_of,
)
from hoinghi.gold.reader import check, read_gold

__all__ = [
    "GoldDirective",
    "GoldDocument",
    "GoldMeeting",
    "GoldPerson",
    "GoldPosition",
    "check",
    "read_gold",
    "split_of",
]
