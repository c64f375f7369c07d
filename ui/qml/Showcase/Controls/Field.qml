pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A line to type in. Esc leaves it; then it is panic again.
FocusScope {
    id: root

    required property string name // what a screen reader says
    property string hint: ""
    property bool urgent: false // something is under way: Esc stops that as well
    property alias text: input.text
    property alias validator: input.validator
    readonly property alias acceptable: input.acceptableInput // to the validator
    readonly property bool editing: input.activeFocus

    signal edited
    signal entered
    signal abandoned

    implicitHeight: Theme.press
    implicitWidth: 200

    Panel {
        anchors.fill: parent
        fill: Theme.well
        edge: input.activeFocus ? Theme.focus : Theme.rail
        edgeWidth: input.activeFocus ? 2 : Theme.line
        radius: Theme.radiusSmall + 2
    }

    Words {
        anchors.fill: input
        verticalAlignment: Text.AlignVCenter
        visible: input.text === ""
        text: root.hint
        color: Theme.inkGhost
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 12
    }

    TextInput {
        id: input
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        verticalAlignment: Text.AlignVCenter
        focus: true
        clip: true
        activeFocusOnTab: true
        selectByMouse: true
        color: Theme.ink
        selectionColor: Theme.selected
        selectedTextColor: Theme.ink
        font.family: Theme.sans
        font.pixelSize: Theme.small
        maximumLength: 200
        Accessible.role: Accessible.EditableText
        Accessible.name: root.name
        onTextEdited: root.edited()
        Keys.onReturnPressed: root.entered()
        Keys.onEnterPressed: root.entered()
        Keys.onEscapePressed: event => {
            root.abandoned();
            event.accepted = !root.urgent;
        }
        Keys.onReleased: event => event.accepted = true // what is typed here is no GO
    }
}
