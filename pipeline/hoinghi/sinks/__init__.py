"""Writers, one per format; the same tables always give the same bytes."""

from hoinghi.sinks.csv_files import write_csv
from hoinghi.sinks.files import check_writable
from hoinghi.sinks.parquet_files import write_parquet

__all__ = ["check_writable", "write_csv", "write_parquet"]
