"""Forms of pictures that cameras and drawing programs write, and browsers cannot show."""

_UNSHOWN = (
    ".heic", ".heif", ".tif", ".tiff", ".psd", ".ai", ".eps", ".raw", ".dng", ".cr2", ".nef", ".jp2", ".xcf",
    ".emf", ".wmf",
)  # fmt: skip


def is_unshown(path: str) -> bool:
    """Tell whether a file is a picture that browsers cannot show, by its name."""
    return path.lower().endswith(_UNSHOWN)
