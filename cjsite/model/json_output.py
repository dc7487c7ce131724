"""What is written for other programs: everything in one form, where authors may choose."""

from pydantic import GetJsonSchemaHandler


def is_of_output(handler: GetJsonSchemaHandler) -> bool:
    """Tell whether a JSON Schema is of what is written, and not of what may be read."""
    return handler.mode == "serialization"
