"""The record's own bytes as text, in step with the form. Talks only through the session."""
