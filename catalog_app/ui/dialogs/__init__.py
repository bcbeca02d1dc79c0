"""Small windows that are open beside the documents and stop nothing."""
