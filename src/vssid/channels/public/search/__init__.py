"""Search over help, questions, policies and news."""
