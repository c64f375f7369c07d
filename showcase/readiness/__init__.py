"""The morning check: can everybody whom the cast names play, and if not, why, and whose job is it?

`survey` asks every system everything at once and makes a report. What is asked where is decided
in `asking`, from story and cast. Each address is a `path`: its name, its port, its TLS, and then
a question in its protocol (`dicom`, `hl7v2`, `soap`, `audit`) that changes nothing there. Clocks
are compared in passing (`clock`); `report` draws the one line that staff read first.
"""
