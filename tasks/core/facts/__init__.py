"""Facts from parsed English: finders name the pieces, the clause joins them, rules decide what it states."""
