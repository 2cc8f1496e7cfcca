"""The values every layer speaks: months, đồng, dated values, the actor, the problem."""
