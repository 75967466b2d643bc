"""Readers, one per format: files, folders and standard input become articles, one at a time."""

from hoinghi.sources.columns import SAMPLE, settle
from hoinghi.sources.inputs import DEFAULTS, read_articles
from hoinghi.sources.published import parse_published
from hoinghi.sources.table_rows import are_months_first, article_of, host

__all__ = [
    "DEFAULTS",
    "SAMPLE",
    "are_months_first",
    "article_of",
    "host",
    "parse_published",
    "read_articles",
    "settle",
]
