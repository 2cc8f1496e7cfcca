"""Who may sign in, from which device, with which rights and preferences."""
