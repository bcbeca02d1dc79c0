"""What was done, and what a save would write or has written. Talks only through the session."""
