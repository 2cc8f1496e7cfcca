"""What employees and employers contribute each month, on which wage, by when; what a part payment pays."""
