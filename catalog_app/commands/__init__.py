"""The sub-commands of `catalog-app`, a module each: `add(parsers)` declares, `run(options)` does.

They work without a screen: nothing here imports Qt or the session. What goes wrong with a user's
file is a `Failure`, which `cli` prints as one line.
"""
