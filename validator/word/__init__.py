"""The Word engine: fills any template with any data, and reads back what it wrote.

It knows no application, no call and no rule.
"""
