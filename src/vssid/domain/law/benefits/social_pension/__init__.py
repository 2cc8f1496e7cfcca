"""The social pension: paid from 75 (70 when poor) to people without a pension, by their commune."""
