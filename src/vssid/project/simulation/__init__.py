"""Populations as Parquet files: streamed through the law in batches, and told as table and chart."""
