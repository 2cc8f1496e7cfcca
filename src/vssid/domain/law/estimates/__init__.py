"""From a person's ledger to an answer: their months as the inputs of the rules, with nothing typed again."""
