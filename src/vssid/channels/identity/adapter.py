"""What the sign-in library asks us."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are opened by the agency, never by the sign-in library."""

    def is_open_for_signup(self, request: object) -> bool:
        return False
