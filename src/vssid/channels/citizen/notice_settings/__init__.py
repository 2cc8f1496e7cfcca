"""Which notices are pointed at, and where; the browsers that take short notices."""
