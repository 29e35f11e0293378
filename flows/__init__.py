"""The edge: the flows that order the stages, and the command line that starts them."""
