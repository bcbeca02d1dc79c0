"""METS and MODS in terms of bytes that can be spliced and a schema that is data.

A `Document` is one file: it knows where its packages and records stand whatever wraps them, finds
the `Element` at an `Address`, and `apply` does an `Edit` or leaves everything as it was. `edits`
are the edits there are, as pure functions. A record may be a `mods:mods` element or a run of bare
MODS elements in xmlData; both are addressed alike.

It may import `schema` and `lossless`; it knows nothing of findings, articles, Qt or the screen.
"""
