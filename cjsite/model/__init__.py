"""The frozen types that the content format describes; imports nothing of the project."""
