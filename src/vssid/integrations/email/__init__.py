"""E-mail over SMTP: plain text, no pictures, no tracking."""
