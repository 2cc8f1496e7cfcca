"""Somebody joins the staff, takes another role or office, or gets a new activation code."""
