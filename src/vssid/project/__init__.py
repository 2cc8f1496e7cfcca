"""Settings, addresses, wiring, command line, demo. The only place that knows everything."""
