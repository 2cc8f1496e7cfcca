"""The one tag library the component modules register with."""

from django import template

register = template.Library()
