"""Charts with their table and their file beside them."""

from __future__ import annotations

from vssid.ui.charts.line import LineChart
from vssid.ui.charts.rows import RowChart
from vssid.ui.charts.step import StepChart
from vssid.ui.components.registry import register


@register.inclusion_tag("ui/components/step_chart.html", name="step_chart")
def draw_step_chart(chart: StepChart, table_url: str = "", csv_url: str = "") -> dict[str, object]:
    """``{% step_chart chart table_url=… csv_url=… %}``: a :func:`vssid.ui.charts.step.step_chart`.

    "Table" and "CSV" stand beside every chart; ``table_url`` may be an anchor on the page.
    """
    return {"chart": chart, "table_url": table_url, "csv_url": csv_url}


@register.inclusion_tag("ui/components/line_chart.html", name="line_chart")
def draw_line_chart(chart: LineChart, table_url: str = "", csv_url: str = "") -> dict[str, object]:
    """``{% line_chart chart table_url=… csv_url=… %}``: a :func:`vssid.ui.charts.line.line_chart`."""
    return {"chart": chart, "table_url": table_url, "csv_url": csv_url}


@register.inclusion_tag("ui/components/row_chart.html", name="row_chart")
def draw_row_chart(chart: RowChart, table_url: str = "", csv_url: str = "") -> dict[str, object]:
    """``{% row_chart chart table_url=… csv_url=… %}``: bars or a timeline.

    Made by :func:`vssid.ui.charts.bars.bar_chart`, :func:`~vssid.ui.charts.bars.split_chart` or
    :func:`vssid.ui.charts.timeline.timeline`.
    """
    return {"chart": chart, "table_url": table_url, "csv_url": csv_url}
