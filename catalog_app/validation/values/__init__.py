"""Checks of single values: dates, identifiers, addresses, text, names, codes.

Pure functions from strings to `ValueProblem`s. They know nothing of records, addresses on the
screen or schemas; they may import the vocabularies (`catalog_app.schema`) and nothing else of the
project. A check that is not sure stays silent or gives advice: one false alarm in ten and nobody
reads the other nine.
"""

# Rules that propose a better form of something that is right as it stands. Over the corpus they
# speak far more often than the others; a list of problems shows them only when asked to.
QUIET_RULES = frozenset(
    {"name.undivided", "date.no-encoding", "text.not-composed", "text.outer-blank"}
)
