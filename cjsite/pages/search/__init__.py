"""The search over the whole site: its page, and the index that its script reads."""
