from django.db import migrations, models
from django.db.models import F, OuterRef, Q, Subquery


def part_own_work_from_proposals(apps, schema_editor):
    """Until now one column held both, and a proposal wrote over whose own work the case was about. Who opened it
    stands in the history; of what a rule found, nobody proposes anything."""
    Case, CaseEvent = apps.get_model("procedures", "Case"), apps.get_model("procedures", "CaseEvent")
    opened = CaseEvent.objects.filter(act="submit", party="officer")
    Case.objects.filter(pk__in=opened.values("case_id")).update(
        own_work_of=Subquery(opened.filter(case_id=OuterRef("pk")).values("actor_ref")[:1])
    )
    Case.objects.filter(kind="browsing_review").update(own_work_of=F("proposer"))
    Case.objects.filter(~Q(state="waiting_second")).update(proposer="")


class Migration(migrations.Migration):

    dependencies = [
        ('procedures', '0004_browsing'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='own_work_of',
            field=models.CharField(blank=True, default='', max_length=16),
            preserve_default=False,
        ),
        migrations.RunPython(part_own_work_from_proposals, migrations.RunPython.noop),
        migrations.RemoveConstraint(
            model_name='browsingalarm',
            name='browsing_alarm_once_a_day',
        ),
        migrations.AddConstraint(
            model_name='browsingalarm',
            constraint=models.UniqueConstraint(condition=models.Q(('rule', 'complaint'), _negated=True), fields=('officer', 'rule', 'day'), name='browsing_alarm_once_a_day'),
        ),
    ]
