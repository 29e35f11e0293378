"""What touches the world: inputs, the web, WARC files, the lake and the reference data."""
