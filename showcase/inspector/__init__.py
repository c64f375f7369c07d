"""What people ask of a recorded run: explained, followed, compared, taken away.

``recording``  a run as the journal tells it: its hops, numbered as everywhere
``reading``    recorded bytes of hops, fetched and explained; two of them compared
``findings``   what is to be remarked about an exchange; what messages must hold:
``required_dicom``, ``required_xds``, ``required_audit``
``following``  where a value occurs, with its path even where no fact names it
``files``      the run as files: requests, responses, documents, pictures, an index
``folder``     those files into a folder or a ZIP archive
``page``       the run as one self-contained HTML page; its parts:
``story``      scenes, sentences and hops, each hop to be unfolded
``diagram``    who told whom, as a drawing; ``routes`` keeps its arrows off the cards
``thread``     the patient's identifiers, one colour each, from hop to hop
``markup``     HTML that cannot be broken out of
``style``      how the page looks
"""
