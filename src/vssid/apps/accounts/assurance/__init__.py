"""Which way in proves how much, and what each act asks for: two tables, read when the process starts."""
