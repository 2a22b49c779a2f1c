"""One module a field, all with the same verbs: `rules(lexicon)` lists what it knows, `find_…` says what it sees.

The fields do not import each other; `extractor.extract` hands each what the earlier ones found.
"""
