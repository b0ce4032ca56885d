"""What can be said about a number by looking at it alone: check digits, regions, dates, shapes, candidates left by a mask.

One small module per number; its docstring is the specification. Every function takes a value without separators, in
ASCII, and answers instead of raising: what is not such a number is not valid. Only those that compute a check character or
count candidates raise ValueError, for input that no caller should have.
"""
