"""Writers, one per format; the same tables always give the same bytes. Parquet is read back."""

from hoinghi.sinks.csv_files import write_csv, write_rows
from hoinghi.sinks.files import check_writable
from hoinghi.sinks.parquet_files import read_parquet, write_parquet

__all__ = ["check_writable", "read_parquet", "write_csv", "write_parquet", "write_rows"]
