"""Django's settings, all from declared ``VSSID_*`` variables (env.py). No business value lives here."""

from __future__ import annotations

import sys
from datetime import time, timedelta
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF

from vssid.integrations.signing.folder import SealFolder
from vssid.integrations.vneid.configuration import relying_party
from vssid.kit import keyring
from vssid.kit.languages import LANGUAGE_NAMES
from vssid.project import env, mail_server, readiness
from vssid.project.logs import logging_config

VALUES = env.read()
TESTING = "pytest" in sys.modules

PACKAGE = Path(__file__).resolve().parent.parent
HOME: Path = VALUES["VSSID_HOME"]
DEMO: bool = VALUES["VSSID_DEMO"]
DEBUG: bool = VALUES["VSSID_DEBUG"]
SECRET_KEY: str = VALUES["VSSID_SECRET_KEY"] or readiness.DEFAULT_SECRET
ALLOWED_HOSTS: list[str] = VALUES["VSSID_HOSTS"]
HTTPS = VALUES["VSSID_HTTPS"] and not DEMO
TRUSTED_PROXIES: int = VALUES["VSSID_PROXIES"] or 0

PROMPTS = Path(VALUES["VSSID_VOICE_PROMPTS_DIR"] or HOME / "prompts")
PHOTOS = Path(VALUES["VSSID_PHOTOS"] or HOME / "photos")
SUBJECT_KEYS = Path(VALUES["VSSID_SUBJECT_KEYS"] or HOME / "subject-keys")
SEALS = Path(VALUES["VSSID_SEALS"] or HOME / "seals")
KEYRING_PATH = Path(VALUES["VSSID_KEYS"] or HOME / "keys.json")
keyring.install(readiness.keyring_for(KEYRING_PATH, demo=DEMO, testing=TESTING))
readiness.refuse_unsafe(VALUES, demo_keys=keyring.ring().demo, demo_seal=SealFolder(SEALS).demo)

INSTALLED_APPS = [
    "vssid.project",
    "vssid.ui",
    "vssid.channels.public",
    "vssid.channels.identity",
    "vssid.channels.citizen",
    "vssid.channels.staff",
    "vssid.channels.hotline",
    "vssid.channels.operations",
    "vssid.apps.privacy",
    "vssid.apps.assistant",
    "vssid.apps.procedures",
    "vssid.apps.estimates",
    "vssid.apps.benefits",
    "vssid.apps.visits",
    "vssid.apps.healthcard",
    "vssid.apps.participation",
    "vssid.apps.content",
    "vssid.apps.accounts",
    "vssid.apps.people",
    "vssid.apps.directory",
    "vssid.apps.documents",
    "vssid.apps.intake",
    "vssid.apps.notifications",
    "vssid.apps.consents",
    "vssid.apps.audit",
    "vssid.apps.limits",
    "vssid.integrations.vneid",
    "vssid.channels.staff.admin_app.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "vssid.channels.identity.session_list.SessionList",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
]

API_MIDDLEWARE = [
    "vssid.project.middleware.request_id.RequestId",
    "django.middleware.security.SecurityMiddleware",
    "vssid.project.middleware.response_headers.ResponseHeaders",
    "vssid.project.middleware.maintenance.MaintenancePages",
]
MIDDLEWARE = [
    "vssid.project.middleware.by_path.ByPath",
    "vssid.project.middleware.request_id.RequestId",
    "django.middleware.security.SecurityMiddleware",
    "vssid.project.middleware.response_headers.ResponseHeaders",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",  # before whatever may answer by itself
    "vssid.project.middleware.content_policy.ContentPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "vssid.project.middleware.language.Language",
    "vssid.project.middleware.maintenance.MaintenancePages",
    "vssid.project.middleware.body_size.BodySize",
    "django.middleware.common.CommonMiddleware",
    "vssid.project.middleware.discreet_pages.DiscreetPages",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "vssid.project.middleware.problems.ProblemPages",
    "vssid.channels.identity.middleware.ActorOnRequest",
]

ROOT_URLCONF = "vssid.project.urls"
WSGI_APPLICATION = "vssid.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        # a screen of the citizen's app keeps its templates beside its views
        "DIRS": sorted(PACKAGE.glob("channels/*/*/templates")),
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "vssid.project.context.installation",
                "vssid.channels.identity.context.signed_in",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        VALUES["VSSID_DATABASE_URL"] or f"sqlite:///{(HOME / 'vssid.sqlite3').resolve()}", conn_max_age=None
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=1073741824;",
    }
else:
    DATABASES["default"]["OPTIONS"] = {"server_side_binding": True, "prepare_threshold": 1}
DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- who is who -----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["vssid.channels.identity.backends.NumberAndPassword"]
PASSWORD_HASHERS = ["vssid.apps.accounts.hashers.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "vssid.apps.accounts.password_rules.NotAboutThePerson"},
    {"NAME": "vssid.apps.accounts.breached_passwords.NotBreached"},
]
BREACHED_PASSWORDS: Path | None = VALUES["VSSID_BREACHED_PASSWORDS"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "citizen:home"
LOGOUT_REDIRECT_URL = "public:home"
ACCOUNT_ADAPTER = "vssid.channels.identity.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "vssid.channels.identity.forms.SignInForm",
    "change_password": "vssid.channels.identity.forms.NewPasswordForm",
}
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = "strict"
MAINTENANCE_UNTIL = VALUES["VSSID_MAINTENANCE_UNTIL"]
PROOF_STAYS_FRESH = timedelta(minutes=VALUES["VSSID_MINUTES_OF_CONFIRMATION"])
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_RATE_LIMITS = False  # counted in the database by apps.limits instead
REGISTRATION_KEPT = timedelta(days=VALUES["VSSID_REGISTRATION_DAYS"])
SIGN_IN_TRIES: int = VALUES["VSSID_LOCKOUT_TRIES"]
SIGN_IN_LOCK = timedelta(minutes=VALUES["VSSID_LOCKOUT_MINUTES"])
CODES_AN_HOUR: int = VALUES["VSSID_CODES_AN_HOUR"]
CODES_A_DAY: int = VALUES["VSSID_CODES_A_DAY"]
NEW_DEVICE_ASKS: bool = VALUES["VSSID_NEW_DEVICE_ASKS"] or not DEMO
"""A password on a device the account was not used on before needs a second thing. The cast of a demonstration
is known everywhere: its passwords are printed anyway."""
STAFF_APP_CODES: bool = DEMO
"""A demonstration is called by a bare address, and a passkey needs a name. Nowhere else does a code that can
be phished open the staff door."""
RESET_CODES_A_DAY: int = VALUES["VSSID_RESET_CODES_A_DAY"]
RESET_CODES_A_MONTH: int = VALUES["VSSID_RESET_CODES_A_MONTH"]
RESET_WRONG_CODES_A_DAY: int = VALUES["VSSID_RESET_WRONG_CODES_A_DAY"]
VOICE_SPEAK_IN_CALL: bool = VALUES["VSSID_VOICE_SPEAK_IN_CALL"]
VOICE_CALLS_AN_HOUR: int = VALUES["VSSID_VOICE_CALLS_AN_HOUR"]
VOICE_CALLS_A_DAY: int = VALUES["VSSID_VOICE_CALLS_A_DAY"]
VOICE_ACCOUNTS_A_DAY: int = VALUES["VSSID_VOICE_ACCOUNTS_A_DAY"]
VOICE_DEGRADED_SHARE: int = VALUES["VSSID_VOICE_DEGRADED_SHARE"]
VOICE_DEGRADED_LEAST: int = VALUES["VSSID_VOICE_DEGRADED_LEAST"]
VOICE_CORE_TOKEN: str = VALUES["VSSID_VOICE_CORE_TOKEN"]
VOICE_AGENT_URI: str = VALUES["VSSID_VOICE_AGENT_URI"]
STAFF_NETWORKS: list[IPv4Network | IPv6Network] = VALUES["VSSID_STAFF_NETWORKS"]
STAFF_HOURS: tuple[time, time] | None = VALUES["VSSID_STAFF_HOURS"]
STAFF_IDLE = timedelta(minutes=VALUES["VSSID_STAFF_MINUTES"])
SESSION_LONGEST = timedelta(hours=VALUES["VSSID_SESSION_HOURS"])
STAFF_LONGEST = timedelta(hours=8)
"""A working day: after it the code is asked for again, however busy the session is."""
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
USERSESSIONS_TRACK_ACTIVITY = False
# passkeys are the library's; apps and recovery codes our own (docs/decisions/own-second-factor.md)
MFA_ADAPTER = "vssid.channels.identity.adapter.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
VNEID = relying_party(VALUES)
"""How this installation is known to the national e-ID; None: nobody is offered it."""
EID_OPENS_ACCOUNTS: bool = VALUES["VSSID_VNEID_OPENS_ACCOUNTS"]
SOCIALACCOUNT_ADAPTER = "vssid.channels.identity.eid.SocialAdapter"
SOCIALACCOUNT_STORE_TOKENS = False

SESSION_ENGINE = "vssid.channels.identity.session_store"
SESSION_COOKIE_AGE = VALUES["VSSID_SESSION_MINUTES"] * 60
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_NAME = "vssid_session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "vssid.project.failures.form_expired"

# --- what a browser may do ------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = HTTPS
# whoever watches the process asks it directly, and takes a redirection for health; so do the voice agents
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^internal/hotline/"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [NONCE, "'strict-dynamic'"],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF, *(VNEID.origins if VNEID else ())],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

SECURITY_CONTACT: str = VALUES["VSSID_SECURITY_CONTACT"] or ("mailto:security@vssid.example" if DEMO else "")

# --- languages ------------------------------------------------------------------------------------------
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
LANGUAGES = [(code, LANGUAGE_NAMES[code]) for code in VALUES["VSSID_LANGUAGES"]]
LANGUAGE_CODE = VALUES["VSSID_LANGUAGES"][0]
LANGUAGE_COOKIE_NAME = "vssid_language"
LANGUAGE_COOKIE_AGE = 31_536_000
LOCALE_PATHS = [PACKAGE / "locale"]

# --- files ----------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = TESTING or DEBUG

TRUST_CONTACTS_ON_FILE: bool = VALUES["VSSID_TRUST_CONTACTS_ON_FILE"] or DEMO

EMAIL_CONNECTION = mail_server.connection(VALUES["VSSID_EMAIL_URL"])
EMAIL_SENDER: str = VALUES["VSSID_EMAIL_SENDER"]
SMS_URL: str = VALUES["VSSID_SMS_URL"]
SMS_TOKEN: str = VALUES["VSSID_SMS_TOKEN"]
NAME_CHECK_URL: str = VALUES["VSSID_NAME_CHECK_URL"]
NAME_CHECK_TOKEN: str = VALUES["VSSID_NAME_CHECK_TOKEN"]
CHOOSER_URL: str = VALUES["VSSID_CHOOSER_URL"]
SMS_SENDER: str = VALUES["VSSID_SMS_SENDER"]
DELIVERY_LEASE = timedelta(seconds=VALUES["VSSID_DELIVERY_LEASE"])
PUSH_KEY = Path(VALUES["VSSID_PUSH_KEY"] or HOME / "push-key.pem")
PUSH_HOSTS: list[str] = VALUES["VSSID_PUSH_HOSTS"]
PUSH_PUBLIC_KEY = ""  # told by the wiring, which reads the key

CHECKPOINTS = Path(VALUES["VSSID_CHECKPOINTS"] or HOME / "checkpoints")

CANARY_NUMBERS: list[str] = VALUES["VSSID_CANARY_NUMBERS"]
LOGGING = logging_config(VALUES["VSSID_LOG_LEVEL"])
