"""What the stage shows, worked out without Qt (but for the language it speaks).

``picture``    the fold: from events to all that is on the wall
``plot``       the story, as the picture asks for it
``sights``     what a lit card, a hop under way, the caption are
``lights``     which cards are lit, and why
``asides``     what is told besides hops: who is waited for, what missed, who took over
``cursor``     which hop is shown now, while the engine is already further
``scenery``    cards, grounds, guests, and the paths that have been earned
``layout``     where cards and grounds stand; ``cells``: on which column and row
``routes``     the way between two cards, past all others
``traffic``    which stretches are taken
``curve``      such a way as a drawn line
``thread``     a followed value along the paths it took; ``beads``: where its numbers stand
``standby``    what GO would fire, in outlines, for staff
``rect``       a rectangle
``legibility`` how large letters must be, from the screen and where people stand
``face``       how cards are lettered: at rest all alike, in play as large as everybody needs it
``knowledge``  what each system has learned, from facts, as chips
``record``     the patient's record, growing
``things``     what travels for a transaction, and what comes back
``wording``    the sentence, and the line under it

Distances are board units: a wall is 1920 wide and 1080 high, whatever its screen.
"""
