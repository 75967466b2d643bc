"""Places: where a text names one, which unit it is, and which are the article's own."""

from hoinghi.stages.places.find import find_places
from hoinghi.stages.places.home import find_home

__all__ = ["find_home", "find_places"]
