"""Who acts: countries, organisations, roles and persons."""
