"""The outline: what is in the file, with what was found in it. Talks only through the session."""
