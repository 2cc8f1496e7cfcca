"""The inbox: everything a person was told, and how it was pointed at."""
