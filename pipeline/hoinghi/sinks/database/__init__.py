"""Loading the tables of a run into a database: DuckDB or PostgreSQL."""

from hoinghi.sinks.database.loading import LoadSummary, load

__all__ = ["LoadSummary", "load"]
