"""The Word engine: fills any template with any data, and reads back the draft that it wrote.

The engine knows no application, no call and no rule.
"""
