"""One folder per outside system; what a demonstration uses instead is in ``project/demo/sandbox``."""
