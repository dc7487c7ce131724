"""Turn scores into geometry: numbers in, numbers and path strings out, no HTML."""
