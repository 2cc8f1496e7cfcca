"""What a registration is made of: states, answers, its number, its codes."""
