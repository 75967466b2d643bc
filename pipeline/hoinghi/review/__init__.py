"""The local page on which an analyst goes through doubtful rows."""
