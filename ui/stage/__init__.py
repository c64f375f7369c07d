"""What the stage shows, worked out without Qt.

``picture``    the fold: from events to all that is on the wall
``sights``     lights, hops under way, the caption
``cursor``     which hop is shown now, while the engine is already further
``scenery``    cards, grounds, guests, and the paths that have been earned
``layout``     where cards and grounds stand
``routes``     the way between two cards, past all others
``traffic``    which stretches are taken
``curve``      such a way as a drawn line
``rect``       a rectangle
``knowledge``  what each system has learned, from facts, as chips
``record``     the patient's record, growing
``things``     what travels for a transaction, and what comes back
``wording``    the sentence, and the line under it

Distances are board units: a wall is 1920 wide and 1080 high, whatever its screen.
"""
