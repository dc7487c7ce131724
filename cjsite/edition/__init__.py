"""What of the content some readers may see: it stands right after reading, and all else sees nothing but it."""
