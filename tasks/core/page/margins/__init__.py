"""What stands around a text and is none of it, told by its words and its place."""
