"""Tell somebody something; choose what one is told; send what waits."""
