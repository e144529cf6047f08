"""The rules of the library: items, the words they are found by, recipes, chances and terms."""
