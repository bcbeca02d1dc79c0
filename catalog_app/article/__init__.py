"""Plain text in, suggestions out: what a cataloguer would take from an article into its record.

`text` and `extract` read an article, `analyse` goes through it and offers suggestions, `passage`
gives a selected passage the shape of a field, `support` tells which statements of a record the
text bears out. `plugin` is where a larger model can be added.

How the analysis works: the text is cut into paragraphs (`tokens`, `block`); in each, places are
looked up, personal names are recognised by evidence (`names`, `name_context`, `name_forms`), bodies
by the nouns that head them (`bodies` and one module for each family of languages), dates by
patterns; `people`, `topics` and `results` bring the mentions together. The rules are in Python, the
words in resources/article. English, Russian, Uzbek (both scripts), Kazakh, Kyrgyz and Tajik have
rules of their own. `python -m tests.article.measure` says how good they are.

Everything here is a pure function of the text and works offline. The package imports `paths` and
nothing else of the application, neither Qt nor the document; it never writes XML. Offsets are
counted in characters of `Article.text`.
"""
