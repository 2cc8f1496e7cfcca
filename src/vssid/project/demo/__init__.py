"""The demonstration: cast, synthetic population, sandbox."""
