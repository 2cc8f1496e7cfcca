"""What the law grants and asks, one folder each.

A folder holds ``parameters.yaml`` (figures it alone uses), ``formula.py``, ``quantities.py``, ``regimes.py``,
``vocabulary.yaml``, ``cases.yaml`` and ``explain.<lang>.md``. Folders do not know each other; what two need
is in ``shared``.
"""
