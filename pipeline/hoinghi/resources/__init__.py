"""Gazetteers and catalogues as data files, each behind one cached loader."""
