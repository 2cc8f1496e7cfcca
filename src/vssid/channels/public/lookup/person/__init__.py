"""Look-ups of one person: protected by a small calculation, budgets and answers that tell nothing."""
