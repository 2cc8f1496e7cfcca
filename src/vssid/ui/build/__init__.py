"""Makes what browsers and letters need from exact npm packages: ``python -m vssid.ui.build``.

Nothing it makes is committed. Each step is skipped when its sources are as they were, so that a second run
takes a moment and no network.
"""
