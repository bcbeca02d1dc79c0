"""The repairs: each makes one edit from a document, an address and the words of a fix.

Pure functions over `document.edits`; nothing happens before somebody applies the edit. `fixes`
knows which repair has which name. May import document, schema and the rules' tables; never Qt.
"""
