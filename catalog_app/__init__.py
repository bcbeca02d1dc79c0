"""The architecture in a page.

The file's bytes are the truth; an edit is a splice; undo is the inverse splice; the form is a
projection of schema × record; a finding carries the same address as a field.

Rooms, and who may import whom (import-linter holds it)::

    app → ui → session | commands → validation | export | article
        → document → schema | lossless → paths

`lossless`
    XML as bytes that can be spliced. A `Source` is the file as read; a scan cuts it into `Part`s;
    a part is parsed by itself, when first needed, into nodes that know their spans. A `Splice`
    replaces bytes in one part and has an inverse. Nothing is ever serialised from a tree, so what
    no splice touched is what was read. `save` writes a temporary file beside the old one, syncs
    it, reads it back, and only then replaces.
`schema`
    What a record may contain, as data (`resources/schema/*.toml`): content models, attributes,
    lists, versions, labels, help, MARC and Dublin Core equivalents, groups and order of the form.
    The form, the search box, the help, the reference page, the insertion order and the validator
    all read it; `compile` makes of it, in memory, the schema that libxml2 judges with.
`document`
    METS and MODS in terms of the two above. A `Document` finds packages and records whatever wraps
    them and any `Element` at an `Address` (`record1/name[2]/namePart`). `edits` are pure functions
    to an `Edit`; `Document.apply` does one or raises and has done nothing. `projection` is the
    form as data, `template` what a kind of resource asks for, `references` who points at an ID.
`validation`
    `Finding`s: the verdict of the schema, explained; rules beyond it; `fixes` that compute, for a
    finding, the edit that mends it.
`article`
    Plain text in, suggestions out: language, dates, names, bodies, places, topics, an abstract.
`export`
    One module a format, one table of formats.
`session`
    Qt without widgets. A `Session` is one open document with its undo history; `Findings` keeps
    its findings up to date; jobs, recovery, settings, values met before.
`ui`
    The window. Views ask the session for edits and hear of changes; they never touch bytes.
`cli` and `commands`
    The same core without Qt.

One key on its way: an editor says `edited` → the field of the projection makes an edit → the
session applies it and pushes the one undo command → the document replaces bytes in one part and
checks that part → the form compares the new projection with the old and touches what differs →
findings follow 150 ms later. The editor that was typed in is never rebuilt.

Where building it taught us something else than the first plan said: a document is not a list of
parts but a tree of them (an element whose content is cut into parts is a `Box`), because a file
section of 60 MB must itself be cut; addresses name a record or package by its number in the file,
not by its part, because that is what a person can read and type; a fix is a plain value that names
its repair, and the edit is computed when it is asked for, so that findings can be handed from a
job to the window.
"""
