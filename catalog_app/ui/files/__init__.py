"""Files and the window: opening, saving, closing, and noticing what others do to a file.

Each class asks its questions without stopping the event loop, and goes on when they are answered.
"""
