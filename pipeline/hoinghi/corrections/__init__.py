"""What people corrected in the tables of a folder, kept beside them and applied to them.

``OUT/corrections.jsonl`` holds the decisions, a line each, only ever added to. ``docs/REVIEW.md``
tells what is in it.
"""

from hoinghi.corrections.applying import Applied, applied, refresh, write_corrected
from hoinghi.corrections.decisions import Change, Decision, Target
from hoinghi.corrections.saving import save_corrected
from hoinghi.corrections.store import ConflictError, Store

__all__ = [
    "Applied",
    "Change",
    "ConflictError",
    "Decision",
    "Store",
    "Target",
    "applied",
    "refresh",
    "save_corrected",
    "write_corrected",
]
