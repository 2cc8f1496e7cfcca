"""The contact centre's desk: who waits, answering, calling back, the day in figures."""
