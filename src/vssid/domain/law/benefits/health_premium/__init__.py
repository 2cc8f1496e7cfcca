"""Health-insurance premiums that no employer pays: of households, supported groups, the unemployed."""
