"""What a record may contain, as data: MODS, METS and Dublin Core, every version, written once.

`load` gives a Schema; its elements and attributes carry label, help, example, lists, versions and
the kind of editor that serves them. `compile` makes from the same data the schema by which
libxml2 judges, `reference` the printed element reference, `search` answers "Add field".

May import paths only. Never touches a document, the network or Qt.
"""
