"""What helps authors to write: schemas for editors, and examples to start from."""
