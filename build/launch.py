"""What PyInstaller freezes: the ``showcase`` command."""

from showcase.__main__ import main

main()
