"""Plain text in, suggestions out: what a cataloguer would take from an article into its record.

`text` and `extract` read an article, `analyse` goes through it and offers suggestions, `passage`
gives a selected passage the shape of a field, `support` tells which statements of a record the
text bears out. `plugin` is where a larger model can be added.

How the analysis works: the text is cut into paragraphs (`tokens`, `block`). In each, places are
found by the lists (`places_listed`, `towns`), by the words around them (`places_near`) and, in
Russian, by their case (`places_russian`, `places_by_word`, `place_cases`); offices and trades by
lists and by the form of the word (`roles`); personal names by evidence (`names`, `name_context`,
`name_forms`), in Russian brought to the nominative by the case their words share (`name_cases`,
`name_endings`); bodies by the nouns that head them (`bodies` and one module for each family of
languages) or by quotation marks and legal forms (`bodies_named`); dates by patterns (`dates`,
`date_ranges`). The head and the end of a report have `headline`, `dateline`, `imprint`, `sources`
and `bylines`. `offices` tells who holds which office; `people`, `body_doubles`, `topics` and
`results` bring the mentions together. Russian words are looked up in the dictionary of pymorphy3
(`russian`). The rules are in Python, the words in resources/article. English, Russian, Uzbek (both
scripts), Kazakh, Kyrgyz and Tajik have rules of their own. `python -m tests.article.measure` says
how good they are.

Everything here is a pure function of the text and works offline. The package imports `paths` and
nothing else of the application, neither Qt nor the document; it never writes XML. Offsets are
counted in characters of `Article.text`.
"""
