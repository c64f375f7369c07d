from showcase.story.library import story_names
from showcase.story.loader import load_story


def test_shipped_cards_have_a_ground_of_their_own() -> None:
    for name in story_names():
        whole = load_story(name).whole
        cells = [role.at for role in whole.roles if role.at]
        assert len(set(cells)) == len(cells)
        columns = {
            place.key: {role.at[0] for role in whole.roles if role.place == place.key and role.at}
            for place in whole.places
        }
        taken = [column for found in columns.values() for column in found]
        assert len(taken) == len(set(taken)), "places stand side by side, as on the wall"
