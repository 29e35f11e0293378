"""With what: weapons, vehicles, aircraft and ships."""
