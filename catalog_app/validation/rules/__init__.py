"""What we say beyond the schemas: one small function a rule, one table that describes them all.

`table` holds the descriptions (identifier, severity, what it looks for), the other modules the
checks, one a subject. Checks read parsed elements, so that a job can run them off the window's
thread; they never touch a document.

May import document (names and addresses), schema and the values' checks. Never Qt.
"""
