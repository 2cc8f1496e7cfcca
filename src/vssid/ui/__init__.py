"""The design system: components, tokens, icons, browser modules, gallery."""
