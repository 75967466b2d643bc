"""The officials stage: persons' names, their titles, and one record a person."""

from hoinghi.stages.officials.finder import find_names
from hoinghi.stages.officials.groups import find_participants
from hoinghi.stages.officials.people import find_people, read_people

__all__ = ["find_names", "find_participants", "find_people", "read_people"]
