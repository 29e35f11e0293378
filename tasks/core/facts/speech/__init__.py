"""Who says so: quotations, reported speech and their sources."""
