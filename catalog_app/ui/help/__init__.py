"""The element in focus, explained from the schema's data. Talks only through the session."""
