"""The grammar, a stage to each module."""
