"""Numbers of news English with their units, currencies and what they count."""
