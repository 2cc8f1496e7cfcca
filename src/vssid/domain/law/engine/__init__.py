"""The machinery of the law that knows no single rule: dated parameters, exact numbers, rules,
traces, cases.
"""
