"""What the law and the card say: pure computation, no clock, no input or output, no framework."""
