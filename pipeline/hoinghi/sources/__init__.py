"""Readers, one per format: files, folders and standard input become articles, one at a time."""

from hoinghi.sources.columns import SAMPLE, settle
from hoinghi.sources.dispatch import unreadable
from hoinghi.sources.folders import half_written, state_of
from hoinghi.sources.inputs import DEFAULTS, Input, list_inputs, read_articles, read_input
from hoinghi.sources.kinds import LOOK, kind_of
from hoinghi.sources.published import parse_published
from hoinghi.sources.table_rows import are_months_first, article_of, host

__all__ = [
    "DEFAULTS",
    "LOOK",
    "SAMPLE",
    "Input",
    "are_months_first",
    "article_of",
    "half_written",
    "host",
    "kind_of",
    "list_inputs",
    "parse_published",
    "read_articles",
    "read_input",
    "settle",
    "state_of",
    "unreadable",
]
