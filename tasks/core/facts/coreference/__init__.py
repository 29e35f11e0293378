"""Who is meant by short names, descriptions and pronouns."""
