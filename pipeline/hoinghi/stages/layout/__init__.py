"""Layout: what of a page is the article, and what is the site's furniture."""

from hoinghi.stages.layout.dateline import agrees, find_published
from hoinghi.stages.layout.finder import find_regions, mask, owner_lines
from hoinghi.stages.layout.wraps import unfinished, unwrap

__all__ = [
    "agrees",
    "find_published",
    "find_regions",
    "mask",
    "owner_lines",
    "unfinished",
    "unwrap",
]
