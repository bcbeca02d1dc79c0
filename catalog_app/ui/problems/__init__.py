"""What was found, where, why, and the button that mends it. Talks only through the session."""
