"""What the operating system says went wrong, by the words of its own that Python passes on (strerror)."""

TEXTS = {
    "No such file or directory": "no such file or directory",
    "Permission denied": "permission denied",
    "Operation not permitted": "operation not permitted",
    "Is a directory": "is a directory",
    "Not a directory": "not a directory",
    "No space left on device": "no space left on device",
    "Read-only file system": "read-only file system",
    "File name too long": "file name too long",
    "Broken pipe": "broken pipe",
    "Disk quota exceeded": "disk quota exceeded",
    "File exists": "file exists",
    "Input/output error": "input/output error",
    "Text file busy": "text file busy",
    "Too many open files": "too many open files",
}
