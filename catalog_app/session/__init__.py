"""One open document as Qt sees it: undo, jobs, findings, saving, recovery. No widgets.

The `Session` is the only Qt object that knows a document. Views ask it for edits with `perform`,
hear of what happened by `changed`, and speak to one another through `place`: the address that
has the focus. It may import everything below `ui`; it never imports `ui`, `app` or `cli`.
"""
