"""Look-ups without sign-in: offices, clinics, employers, collection points."""
