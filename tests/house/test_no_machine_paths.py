"""Nothing that is committed knows the machine it was written on."""

import re

# In quotes, brackets or after a space: not the middle of an URL or an XPath.
_PATH = re.compile(r"""(?m)(?:^|(?<=[\s"'`(=:]))/(?:work|root|home/[a-z]\w*|Users/\w+)/\S*""")


def test_no_file_names_a_folder_of_some_machine(texts: dict[str, str]) -> None:
    found = {name: paths for name, text in texts.items() if (paths := _PATH.findall(text))}
    assert not found
