"""Re-posts: articles that say again, with small changes, what another one says.

Works on finished tables, before persons and meetings are linked. The rules are in
``docs/DUPLICATES.md``.
"""

from hoinghi.linking.reposts.candidates import candidates
from hoinghi.linking.reposts.compare import Comparison, compare
from hoinghi.linking.reposts.finding import find_reposts, without_reposts
from hoinghi.linking.reposts.signatures import SIZE, body_of, signature

__all__ = [
    "SIZE",
    "Comparison",
    "body_of",
    "candidates",
    "compare",
    "find_reposts",
    "signature",
    "without_reposts",
]
