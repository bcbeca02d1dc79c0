"""What is wrong with a record or package, where, and how it is mended.

`run` judges files, records and values: the schema's verdict (`schema_check` and its neighbours, by
libxml2 with the compiled data) and the rules beyond it (`rules`, over the pure checks of single
`values`) become one voice in `report`. A finding names its repairs; `fixes` makes the edit that a
fix means (`repairs`), for one or for all safe ones, and `difference` shows what an edit changes.

May import document, schema and lossless. Never imports Qt, never changes a document by itself:
an edit is made here and performed by whoever holds the document.
"""
