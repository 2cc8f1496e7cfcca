"""Health-insurance cards as issued, withdrawn and replaced."""
