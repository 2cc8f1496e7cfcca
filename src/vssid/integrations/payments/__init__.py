"""Banks: whose an account is, asked through the operator's payment gateway."""
