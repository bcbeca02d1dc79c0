"""Measurements of what users wait for, each against something known in the same run.

Every module here with a `measure()` takes part: it returns `Row`s. `python -m tests.bench [NAME…]`
prints them, and ends with 1 if a goal is missed.
"""
