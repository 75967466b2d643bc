"""Organisations: named bodies with canonical names, kinds, levels and places."""

from hoinghi.stages.organizations.finder import find_organizations

__all__ = ["find_organizations"]
