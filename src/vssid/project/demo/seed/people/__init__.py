"""Who lives there: ages, families, names, numbers, addresses."""
