"""What leadership reads: CSV files, a workbook and a page in Vietnamese, made from the tables."""
