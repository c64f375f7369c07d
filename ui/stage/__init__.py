"""What the stage shows, worked out without Qt.

``layout``     where cards and grounds stand
``routes``     the way between two cards, past all others
``curve``      such a way as a drawn line
``cursor``     what the picture shows now, while the engine is already further
``knowledge``  what each system and the picture of the patient have learned, from facts
``wording``    the sentence, the technical line, the chips

Distances are board units: a wall is 1920 wide and 1080 high, whatever its screen.
"""
