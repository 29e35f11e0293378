"""Where: cities, regions and seas, chosen among all that bear the name."""
