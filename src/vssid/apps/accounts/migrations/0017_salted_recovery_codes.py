"""The keyed hashes of recovery codes are hashed again as passwords are: what people have on paper stays good."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vssid.apps.accounts.second_factor_codes import new_salt, salted


def salt_them(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    codes = apps.get_model("accounts", "RecoveryCode").objects
    salts: dict[int, str] = {}
    for code in codes.filter(used_at=None).iterator():
        salt = salts.setdefault(code.account_id, new_salt())
        codes.filter(pk=code.pk).update(digest=salted(code.digest, salt))


class Migration(migrations.Migration):
    dependencies = [("accounts", "0016_registration_photo")]

    operations = [migrations.RunPython(salt_them, migrations.RunPython.noop)]
