"""Catalogues of the four translations: gather texts, check them, compile them. English is the source text."""
