pragma ComponentBehavior: Bound

import QtQuick

// All text on all screens: plain, in our font, at one of the Theme's weights.
//
// Plain because a patient's name comes from the network and must never be read as markup.
Text {
    id: root

    property int weight: Theme.regular
    property bool mono: false
    property int optical: 20 // 14: for small text … 32: for display

    textFormat: Text.PlainText
    color: Theme.ink
    elide: Text.ElideRight
    font.family: root.mono ? Theme.mono : Theme.sans
    font.pixelSize: Theme.body
    font.variableAxes: root.mono ? ({ "wght": root.weight })
                                 : ({ "wght": root.weight, "opsz": root.optical })
}
