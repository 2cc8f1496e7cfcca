"""The lump sum paid at once to recipients of a pension or monthly benefit who settle abroad."""
