"""Office Open XML (ECMA-376): the package, its XML parts, and Word documents."""
