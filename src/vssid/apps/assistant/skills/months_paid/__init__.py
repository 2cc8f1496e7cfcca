"""How many months are paid, by fund, and what is late."""
