"""What might be due to a person: computed from their own record, step by step, deciding nothing."""
