"""What kind of page it is: whole, short, paid, walled, gone, live, or a list of others."""
