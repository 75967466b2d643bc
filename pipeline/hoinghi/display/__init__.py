"""What people look at: one article with its spans and records, in a terminal or as a page."""
