"""The compact English pipeline: text to sentences of tagged, parsed, lemmatised tokens with entities."""
