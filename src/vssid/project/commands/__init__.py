"""One module a command of ``vssid``; each holds a click command named ``command``."""
