"""What a sentence states: clauses, who and what takes part in them, and the words that bear them out."""
