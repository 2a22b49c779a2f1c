"""Gold: annotations that a person makes, from a skeleton of labels to the JSON that `extractor.scoring` reads.

A speech goes to `skeleton` (every place to judge, with today's suggestion), a person edits the labels, `labels` reads
them back, `annotation` makes the gold of them, and `checking` says what does not fit the text.
"""
