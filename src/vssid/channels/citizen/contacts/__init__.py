"""Where notices and codes go: telephone number and e-mail address."""
