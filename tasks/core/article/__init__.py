"""Articles: read from pages and files of any format."""
