"""What the health fund pays of a visit: by benefit digit, route, cost and what the insured has borne."""
