"""The schema data: what it says, and that the official schemas say the same."""
