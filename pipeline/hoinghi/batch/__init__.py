"""A run in parts: units of work, chunks of them, part files, and what holds them together."""
