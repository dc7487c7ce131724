"""What every room stands on: values, problems, memory, files."""
