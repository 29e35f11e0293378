"""The functional core: values in, values out; no network, disk, clock, environment or randomness."""
