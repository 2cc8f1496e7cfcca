"""Registrations by the list of an employer or school: what the list holds, what is refused and why."""
