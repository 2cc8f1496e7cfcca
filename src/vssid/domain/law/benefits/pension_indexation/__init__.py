"""The rise of pensions and monthly benefits that a decree orders from a day on."""
