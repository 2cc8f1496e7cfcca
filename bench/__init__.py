"""What is timed: each measure beside a floor or a peer in the same run, never a bare number of seconds."""
