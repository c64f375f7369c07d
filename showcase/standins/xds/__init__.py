"""What the XDS actors work with: the registry's holdings and rules, the region they share.

``holdings``        everything a registry holds, indexed so that a question stays quick
``registering``     a submission into the holdings, wholly or not at all
``stored_queries``  questions to the holdings
``matching``        whether an object is what a query asks for
``document_store``  the bytes that a repository keeps
``region``          which of a patient's identifiers is the one the region shares
``posting``         one SOAP request to another role
"""
