"""Completion scripts, one module a shell: ``script(commands, texts) -> str``.

Every script knows the commands, the options of each, the values of options with a fixed set, and offers files elsewhere.
"""
