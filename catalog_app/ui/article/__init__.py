"""The article pane: the text being described, beside the record that describes it.

`pane` puts it together. It may use article, document and session; it never writes XML and never
makes an edit by itself, but asks `document.described` for one and gives it to the session.
"""
