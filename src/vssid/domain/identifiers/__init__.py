"""Numbers that name people, cards, facilities, offices and employers: parse, say what is wrong, mask."""
