"""The rooms of the lake (`tasks.io.store`): tables and their versions, runs that take turns, releases, upkeep."""
