"""The law as it is computed: each benefit with its rules by date, its figures with their sources,
worked examples.
"""
