"""Working lives: jobs, wages and the contribution spells of every fund."""
