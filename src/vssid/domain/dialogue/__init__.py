"""What the assistant says next: states, digits as people say them, confirmations. No telephony."""
