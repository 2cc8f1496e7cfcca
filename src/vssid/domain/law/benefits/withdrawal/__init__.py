"""The lump-sum withdrawal: what somebody who leaves social insurance without a pension takes out at once."""
