pragma ComponentBehavior: Bound

import QtQuick

// Several short facts in one line, or in a few. Where there is no room for one, it is left out with
// all that follow, even if it is the first: half a word says nothing.
Words {
    id: root

    required property list<string> pieces
    property string apart: "\u00a0\u00a0\u00a0\u00a0 " // its last character is where a line may break
    property int lines: 1

    text: root.pieces.map(root.held).join(root.apart)
    wrapMode: Text.WordWrap
    maximumLineCount: root.lines
    elide: Text.ElideNone
    opacity: root.contentWidth > root.width ? 0 : 1

    // With nothing inside at which a line may break: no space, and a hyphen that joins.
    function held(piece: string): string {
        return piece.replace(/ /g, "\u00a0").replace(/-/g, "-\u2060");
    }
}
