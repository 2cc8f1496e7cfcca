"""The contribution ledger: posted spells and the spans shown to people."""
