"""What people corrected in the tables of a folder, kept beside them and applied to them."""
