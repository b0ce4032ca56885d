"""Filters remove a finding after the fact and say who did: inline ignore, allow-list, baseline, the office's own register.

Each module is pure functions and small data; a filter's name stands in ``Finding.filtered_by`` (``inline``, ``allow_list``,
``baseline``, ``register``), and ``--all`` shows what it removed. Import the modules one by one: most runs need few of them.
"""
