"""What the operating system says went wrong, by the words of its own that Python passes on (strerror)."""

TEXTS = {
    "No such file or directory": "No such file or directory",
    "Permission denied": "Permission denied",
    "Operation not permitted": "Operation not permitted",
    "Is a directory": "Is a directory",
    "Not a directory": "Not a directory",
    "No space left on device": "No space left on device",
    "Read-only file system": "Read-only file system",
    "File name too long": "File name too long",
    "Broken pipe": "Broken pipe",
    "Disk quota exceeded": "Disk quota exceeded",
    "File exists": "File exists",
    "Input/output error": "Input/output error",
    "Text file busy": "Text file busy",
    "Too many open files": "Too many open files",
}
