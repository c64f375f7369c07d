"""A fresh invented patient for every run.

The names are ours: made up, from many tongues, and few of them ever borne by anybody in that
combination. They keep to ASCII letters, because a guest's system at a booth may know no other
character set; what the wire does with other letters is tested elsewhere.
"""

import secrets
from collections.abc import Collection
from datetime import date

from showcase.model.programme import Patient
from showcase.story.story import Story
from showcase.wire.clock import Clock, SystemClock

_FAMILY_NAMES = """
    Quill Fennimor Adeyoola Tanikura Brackwater Lindqvale Okonwari Marchetto Zelenko Ashgrove
    Villarosa Thornbee Nakasone Hollowell Iyerani Castellune Odhiambe Pennyfarth Rasmundsen
    Yilmazer Duskwood Moravec Kalanipo Fairweathers Bergamonte Sundarai Wrenfield Abdulrani
    Tolliver Szabolik Greenhythe Ferreiro Nwachiku Larkspur Petrovane Mistleigh Haddadine
    Corbinelli Amberly Takemori Windermoor Okpariwe Delacourse Stromgaard Bhattari Juniperus
    Salvatierre Kowalyn Redfearnley Oseibram Goldwyne Harukami Valdeblanc Tamarisk Nyongeza
    Birchwell Eriksdal Montaleon Papadoru Chandrine
"""

_GIVEN_NAMES = {
    "F": """
        Rosa Amina Linnea Keiko Oluchi Marisol Tindra Priya Zuzanna Halima Odette Soraya Ingrid
        Chiara Nalani Wambui Elif Paloma Svetla Mirembe Astrid Yuna Carmela Dilnoza Fenna Leilani
        Noor Ottilie Renske Thandeka Ulrika Vesna Winifred Xiomara Yasmin Zora
    """,
    "M": """
        Anton Babak Cosmo Dawit Emeka Fyodor Goran Hamza Ilmari Jomo Kenji Lorenz Mateus Nikhil
        Orhan Pablo Quentin Ruben Sipho Tadeo Umberto Viggo Wendel Xavi Yaro Zoltan
    """,
    "O": """
        Alix Briar Cleo Devi Ezri Frankie Indigo Jules Kiran Lux Marlo Noa Rowan Sasha
    """,
}

FAMILIES = tuple(_FAMILY_NAMES.split())
GIVEN = {sex: tuple(names.split()) for sex, names in _GIVEN_NAMES.items()}


def fresh_patient(
    story: Story, clock: Clock | None = None, *, taken: Collection[str] = ()
) -> Patient:
    """A patient as the story asks for one, with a name of her own.

    Args:
        story: Says sex, date of birth and what to tell of her.
        clock: Tells today, for her age; None: the machine's.
        taken: Names of those before her. Every patient of a story has the same date of birth, so
            an index would take a second one of that name for the first, and tell nobody of her.
    """
    today = (clock or SystemClock()).now().date()
    age = age_on(today, story.born)
    names = [(given, family) for given in GIVEN[story.sex] for family in FAMILIES]
    free = [each for each in names if " ".join(each) not in taken]
    given, family = secrets.choice(free or names)
    return Patient(
        given=given,
        family=family,
        born=story.born,
        sex=story.sex,
        tell=story.tell.replace("{patient.age}", str(age)),
    )


def age_on(today: date, born: str) -> int:
    """Full years since a date of birth, written ``YYYYMMDD``."""
    birthday = date(int(born[:4]), int(born[4:6]), int(born[6:]))
    before = (today.month, today.day) < (birthday.month, birthday.day)
    return today.year - birthday.year - before
