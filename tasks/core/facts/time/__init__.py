"""Time expressions of news English: words to lexemes, lexemes to values, values to days of the calendar."""
