"""The copy of a record for people: the facts of the file for programs, as a document to read and print."""
