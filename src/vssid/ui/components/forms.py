"""Form fields as the page draws them: label, hint, error above the control, everything tied by id."""

from __future__ import annotations

from typing import Any

from django.forms import BoundField, CheckboxInput, PasswordInput, RadioSelect, Select, SelectMultiple
from django.forms.boundfield import BoundWidget
from django.forms.forms import BaseForm

from vssid.kit.formats.sentences import in_a_row, named
from vssid.ui.components.registry import register


@register.inclusion_tag("ui/components/field.html")
def field(bound: BoundField, number: bool = False, narrow: bool = False) -> dict[str, object]:
    """``{% field form.number number=True %}``: one field with label, hint and error.

    ``number=True``: tabular digits. Set ``inputmode`` and ``autocomplete`` in the form's widget. A password
    gets a Show button, a checkbox stands before its label, radio buttons become a named group.
    """
    kind = _kind(bound)
    error_id, hint_id = f"{bound.auto_id}_error", f"{bound.auto_id}_helptext"
    described = [hint_id] if bound.help_text else []
    if bound.errors:
        described.append(error_id)
    attributes: dict[str, Any] = {"class": _classes(kind, bound, number, narrow)}
    if described:
        attributes["aria-describedby"] = " ".join(described)
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return {
        "bound": bound,
        "kind": kind,
        "control": bound.as_widget(attrs=attributes) if kind != "radios" else "",
        "choices": _choices(bound, attributes["class"]) if kind == "radios" else (),
        "error_id": error_id,
        "hint_id": hint_id,
    }


@register.inclusion_tag("ui/components/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """``{% error_summary form %}``: places to correct, each a link that names its field; takes focus."""
    lines = [
        (_target(form[name]), _about(form[name], str(error))) if name in form.fields else ("", error)
        for name, errors in form.errors.items()
        for error in errors
    ]
    return {"lines": lines, "count": len(lines)}


def _target(bound: BoundField) -> str:
    """What takes the focus; of radio buttons the first."""
    return bound.id_for_label or f"{bound.auto_id}_0"


def _about(bound: BoundField, error: str) -> str:
    """``Label: error``; a label that ends in a mark of its own keeps it."""
    label = str(bound.label)
    return (
        in_a_row(label, error) if label.endswith(("?", ":", "\uff1f", "\uff1a", ".")) else named(label, error)
    )


def _kind(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, CheckboxInput):
        return "check"
    if isinstance(widget, RadioSelect):
        return "radios"
    if isinstance(widget, Select) and not isinstance(widget, SelectMultiple):
        return "select"
    return "password" if isinstance(widget, PasswordInput) else "text"


def _choices(bound: BoundField, classes: str) -> list[BoundWidget]:
    """Each radio button by itself, with our class, so that a label can stand beside it."""
    widget = bound.field.widget
    attributes = {"class": classes, "id": bound.auto_id}
    parts = widget.subwidgets(bound.html_name, bound.value(), attrs=attributes)
    return [BoundWidget(widget, part, bound.form.renderer) for part in parts]


def _classes(kind: str, bound: BoundField, number: bool, narrow: bool) -> str:
    own = bound.field.widget.attrs.get("class", "")
    names = {"check": "form-check-input", "radios": "form-check-input", "select": "form-select"}
    parts = [names.get(kind, "form-control"), own]
    parts += ["num"] * number + ["narrow"] * narrow + ["is-bad"] * bool(bound.errors)
    return " ".join(part for part in parts if part)
