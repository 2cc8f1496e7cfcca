"""What the assistant says next: the table of states, digits as people say them, confirmations. No telephony."""
