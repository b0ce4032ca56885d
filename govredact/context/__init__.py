"""What stands around a value: labels before and after it, column headers above it, the table it lies in."""
