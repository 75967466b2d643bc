"""The trained stage: proposes names of people, titles, bodies, venues, places and meetings."""

from hoinghi.stages.names.columns import Columns, read_columns
from hoinghi.stages.names.features import features
from hoinghi.stages.names.recognizer import CHAINS, SUFFIX, Recognizer
from hoinghi.stages.names.tagging import encode

__all__ = [
    "CHAINS",
    "SUFFIX",
    "Columns",
    "Recognizer",
    "encode",
    "features",
    "read_columns",
]
