"""Places: where a text names one, which unit it is, and which are the article's own."""

from hoinghi.stages.places.address import address_of
from hoinghi.stages.places.find import find_places
from hoinghi.stages.places.home import find_home
from hoinghi.stages.places.own import with_own_places
from hoinghi.stages.places.written import name_place

__all__ = ["address_of", "find_home", "find_places", "name_place", "with_own_places"]
