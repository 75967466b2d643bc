"""Writers, one per format; the same tables always give the same bytes. Parquet is read back."""

from hoinghi.sinks.csv_files import write_csv, write_rows
from hoinghi.sinks.files import check_writable, replacing
from hoinghi.sinks.parquet_files import read_parquet, write_parquet
from hoinghi.sinks.tables import write_tables

__all__ = [
    "check_writable",
    "read_parquet",
    "replacing",
    "write_csv",
    "write_parquet",
    "write_rows",
    "write_tables",
]
