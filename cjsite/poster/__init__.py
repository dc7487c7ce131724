"""A map on paper: its page, copied to be printed by a browser that is installed."""
