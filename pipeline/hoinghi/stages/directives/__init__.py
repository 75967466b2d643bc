"""Directives: the Party, state and Front documents that an article cites."""

from hoinghi.stages.directives.bodies import with_issuers
from hoinghi.stages.directives.finder import find_directives, norm

__all__ = ["find_directives", "norm", "with_issuers"]
