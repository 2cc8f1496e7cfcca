"""Cases: what people ask of the agency, worked by its officers in a queue and against a clock."""
