"""Files that are kept sealed: a folder of the installation, which no address leads to."""
