"""The files this app takes, and the catalogues that other files refer to."""
