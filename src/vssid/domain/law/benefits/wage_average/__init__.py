"""The average of the wages paid on: the State scale alone, and mixed with employers' wages."""
