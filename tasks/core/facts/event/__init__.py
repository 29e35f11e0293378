"""What kind of event a clause states, by PLOVER."""
