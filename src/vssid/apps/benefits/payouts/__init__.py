"""The bank account benefits are paid into: its states, the banks there are, and whose name it bears."""
