"""The package in the middle of the window: its files as a table, its structure as a tree.

It may import everything below `ui` and the form; it never parses XML itself.
"""
