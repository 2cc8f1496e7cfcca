"""Count a try, forget tries, hold a periodic work, sweep what is over."""
