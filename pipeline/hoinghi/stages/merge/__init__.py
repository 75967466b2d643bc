"""The one place that decides between findings that cover the same text.

``Judge`` weighs what rules, gazetteers and the trained recogniser say of one span; ``settle`` and
``settle_context`` decide between spans of different stages that cannot both hold.
"""

from hoinghi.stages.merge.evidence import LAYER, Claim, claims
from hoinghi.stages.merge.judge import JUDGE_FILE, Judge, in_order
from hoinghi.stages.merge.settle import Cover, settle, settle_context

__all__ = [
    "JUDGE_FILE",
    "LAYER",
    "Claim",
    "Cover",
    "Judge",
    "claims",
    "in_order",
    "settle",
    "settle_context",
]
