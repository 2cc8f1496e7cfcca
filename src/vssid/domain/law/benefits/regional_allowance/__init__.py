"""The sum paid once for contributions on a regional allowance before 2007."""
