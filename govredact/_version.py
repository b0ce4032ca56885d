"""The version, read by hatchling and shown by `govredact --version`."""

__version__ = "0.1.0"
