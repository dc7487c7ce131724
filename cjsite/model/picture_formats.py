"""Forms of pictures and documents: those that are published, and those that browsers cannot show."""

MEDIA = frozenset({".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".avif", ".svg", ".pdf", ".mp4", ".webm"})
"""What the names of files that are published beside pages end with."""

_UNSHOWN = (
    ".heic", ".heif", ".tif", ".tiff", ".psd", ".ai", ".eps", ".raw", ".dng", ".cr2", ".nef", ".jp2", ".xcf",
    ".emf", ".wmf",
)  # fmt: skip


def is_unshown(path: str) -> bool:
    """Tell whether a file is a picture that browsers cannot show, by its name."""
    return path.lower().endswith(_UNSHOWN)
