"""Identity across the articles of a run: which persons, and which events, are one.

``finish`` is the end of a run of any size, ``link`` looks at finished tables. The rules are in
``docs/LINKING.md``.
"""

from hoinghi.linking.clusters import Clusters, Pair, Verdict
from hoinghi.linking.finish import Finished, finish
from hoinghi.linking.gather import COLUMNS
from hoinghi.linking.links import Links, link, relink
from hoinghi.linking.people import Person
from hoinghi.linking.relinking import Ids, replace_ids
from hoinghi.linking.seen import MeetingSeen, PersonSeen
from hoinghi.linking.shelf import MemoryShelf, Shelf

__all__ = [
    "COLUMNS",
    "Clusters",
    "Finished",
    "Ids",
    "Links",
    "MeetingSeen",
    "MemoryShelf",
    "Pair",
    "Person",
    "PersonSeen",
    "Shelf",
    "Verdict",
    "finish",
    "link",
    "relink",
    "replace_ids",
]
