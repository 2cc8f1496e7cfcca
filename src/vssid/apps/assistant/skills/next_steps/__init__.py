"""What waits for the person: a question to answer, a card that ends, a month that is late."""
