"""Where a notice may lead: names of pages; the door knows their addresses."""

PLACES = frozenset(
    {
        "home", "card", "participation", "statement", "benefits", "visits", "access_log", "report", "profile",
        "settings", "notice_settings", "sessions", "sign_in_ways", "password", "not_me", "contacts", "vneid",
        "services", "family", "estimates", "documents", "book", "help", "policies", "verify", "lookup",
        "close_account", "data_requests",
    }
)  # fmt: skip
