"""Bytes and sockets, whatever the protocol.

``clock``     what time it is, as an argument
``addresses``  at which addresses others find this machine
``line``      the byte recorder of one connection
``failure``   the ways a line breaks, each with a cause and a remedy in plain words
``limits``    what a peer may ask of us before it is cut off
``porter``    who may come in, asked before any protocol has seen a byte; ``gate``: one port of his
``resolving``  the addresses of a name, asked of whoever knows, in nobody's way
``memory``    what large messages took goes back to the machine
``stream``    recorded TCP: connect; ``listener``: listen; ``inbox``: what came and is not read yet
``http_client``  one HTTP exchange on one recorded connection
``http_server``  a web server whose every byte is recorded (``http_recorder``); ``http_body``: what
    came, counted as it comes
``tls``       contexts for ITI-19
``safe_xml``  the only XML parser that ever sees bytes from the network
"""
