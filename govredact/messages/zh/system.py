"""What the operating system says went wrong, by the words of its own that Python passes on (strerror)."""

TEXTS = {
    "No such file or directory": "没有这个文件或文件夹",
    "Permission denied": "没有权限",
    "Operation not permitted": "不允许这样做",
    "Is a directory": "是文件夹",
    "Not a directory": "不是文件夹",
    "No space left on device": "磁盘已满",
    "Read-only file system": "文件系统只读",
    "File name too long": "文件名太长",
    "Broken pipe": "管道已断开",
    "Disk quota exceeded": "超出磁盘配额",
    "File exists": "文件已存在",
    "Input/output error": "读写出错",
    "Text file busy": "文件正被占用",
    "Too many open files": "打开的文件过多",
}
