"""Random casts."""

from hypothesis import strategies as st

from showcase.model.programme import Place, Role

titles = st.one_of(
    st.sampled_from(
        [
            "Front desk",
            "Patientenidentitätsverzeichnis",
            "Radiologieinformationssystem der Klinik",
            "Öffentlicher Gesundheitsdienst",
            "Herzkatheterlabor und Kardiologische Ambulanz",
            "MVZ",
        ]
    ),
    st.text(min_size=1, max_size=60),
)
"""Short, long, German, hostile."""

ACTORS = ("Acquisition Modality", "Document Registry", "Audit Record Repository", "Order Placer")
PLACES = (
    "Universitätsklinikum Schleswig-Holstein",
    "Regionaler Gesundheitsverbund",
    "Gemeinschaftspraxis am Fluss",
)
GERMAN = (
    "Patientenidentitätsverzeichnis",
    "Radiologieinformationssystem",
    "Krankenhausinformationssystem",
    "Öffentlicher Gesundheitsdienst",
    "Herzkatheterlabor",
    "Hausarztpraxis",
    "MVZ",
)
"""As German hospitals have them on their doors."""

_cells = st.one_of(
    st.none(),
    st.tuples(
        st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0]),
        st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0]),
    ),
    st.tuples(st.floats(allow_nan=True), st.floats(allow_infinity=True)),
)


@st.composite
def casts(draw: st.DrawFn) -> tuple[tuple[Place, ...], tuple[Role, ...]]:
    """One to four places, and up to sixteen roles that stand in them."""
    names = draw(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=4))
    places = tuple(Place(key=f"p{n}", title=title) for n, title in enumerate(names))
    count = draw(st.integers(1, 16))
    roles = tuple(
        Role(
            key=f"r{n}",
            title=draw(titles),
            plays=(draw(st.sampled_from(ACTORS)),),
            place=draw(st.sampled_from(places)).key,
            at=draw(_cells),
        )
        for n in range(count)
    )
    return places, roles


@st.composite
def booths(draw: st.DrawFn) -> tuple[tuple[Place, ...], tuple[Role, ...]]:
    """What a booth shows: two to twelve systems in one to three places, with German titles."""
    names = draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True))
    places = tuple(Place(key=f"p{n}", title=title) for n, title in enumerate(names))
    roles = tuple(
        Role(
            key=f"r{n}",
            title=draw(st.sampled_from(GERMAN)),
            plays=(draw(st.sampled_from(ACTORS)),),
            place=draw(st.sampled_from(places)).key,
        )
        for n in range(draw(st.integers(2, 12)))
    )
    return places, roles
