"""For whoever has to find out what went wrong.

``logs``     what the program logs: to standard error, and to a file of each window and engine
``structured``  the same for what is told to structlog
``importing``  importing as fast as it goes
``crash``    whatever ends a process before its time leaves a report
``secrets``  what must not leave this machine is taken out of whatever does
``machine``  this copy of the program, and the machine it runs on
``bundle``   all of that as one file, for people who were not there

Logs and reports lie in the user's own folder, the newest twenty of each. Where that folder cannot
be written to, they lie in the folder for temporary files, in one that only this user may read.
"""
