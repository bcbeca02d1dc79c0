"""XML as bytes that can be spliced.

A file is read once into a `Source`: its bytes, and what must be kept to write them again. The
bytes are cut into `Part`s; a part is parsed by itself, when first needed, into `Node`s that know
their spans. The only way to change anything is a `Splice` of a part's bytes, and a splice has an
inverse. `emit` writes new XML the way the neighbourhood is written, and `save` puts the bytes on
the disk so that there is never half a file.

This package knows nothing of METS, MODS or Qt, and never serialises a tree: bytes that no splice
touched are the bytes that were read. It imports nothing of the application.
"""
