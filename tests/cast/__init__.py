"""The invented people every test may use: who they are, and small true-to-life records of theirs."""
