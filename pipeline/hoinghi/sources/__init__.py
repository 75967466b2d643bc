"""Readers, one per format: files, folders and standard input become articles, one at a time."""

from hoinghi.sources.inputs import DEFAULTS, read_articles

__all__ = ["DEFAULTS", "read_articles"]
