"""Re-posts: articles that say again, with small changes, what another one says.

Works on the rows of a run, before persons and meetings are linked. The rules are in
``docs/DUPLICATES.md``.
"""

from hoinghi.linking.reposts.candidates import candidates
from hoinghi.linking.reposts.compare import Comparison, compare
from hoinghi.linking.reposts.finding import find_reposts
from hoinghi.linking.reposts.prints import Fingerprints
from hoinghi.linking.reposts.signatures import SIZE, body_of, signature

__all__ = [
    "SIZE",
    "Comparison",
    "Fingerprints",
    "body_of",
    "candidates",
    "compare",
    "find_reposts",
    "signature",
]
