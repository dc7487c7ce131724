"""What is derived from one journey, or rolled up over many, and is no page."""
