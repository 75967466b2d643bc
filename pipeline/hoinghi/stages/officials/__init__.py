"""The officials stage: persons' names, their titles, and one record a person."""

from hoinghi.stages.officials.finder import find_names

__all__ = ["find_names"]
