"""A supervisor asks an officer about looks that their work does not explain."""
