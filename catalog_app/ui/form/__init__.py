"""The form: cards of fields, built only as far as they are seen.

`document.projection` says what there is to show, as data; this package makes widgets of it and
turns what the user does into edits of the session. When something changes, the new projection is
compared with the old one and only what differs is touched: no field that somebody is typing in
is ever rebuilt. It never touches bytes.
"""
