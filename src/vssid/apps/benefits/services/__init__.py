"""Issue the papers that gather the whole record: the book and the summary of a year."""
