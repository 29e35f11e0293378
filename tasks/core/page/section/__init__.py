"""What a page is filed under."""
