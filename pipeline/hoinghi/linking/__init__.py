"""Identity across the articles of a run: which persons, and which events, are one.

Works on finished tables, so that a run in parts links when all parts are read. The rules are in
``docs/LINKING.md``.
"""

from hoinghi.linking.clusters import Clusters, Pair, Verdict
from hoinghi.linking.finish import finish
from hoinghi.linking.gather import COLUMNS
from hoinghi.linking.links import Ids, Links, link, relink, replace_ids
from hoinghi.linking.people import Person
from hoinghi.linking.seen import MeetingSeen, PersonSeen

__all__ = [
    "COLUMNS",
    "Clusters",
    "Ids",
    "Links",
    "MeetingSeen",
    "Pair",
    "Person",
    "PersonSeen",
    "Verdict",
    "finish",
    "link",
    "relink",
    "replace_ids",
]
