"""CDA R2 documents: what XDS carries. A pure codec.

``report``  an imaging report, written and read
"""
