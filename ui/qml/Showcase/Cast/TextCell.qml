pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// A line to type in, with its label above and what is wrong with it below.
//
// It counts when one leaves it, or with Enter, which leads on to the next.
Item {
    id: root

    required property string label
    required property string saved
    required property string hint
    required property string fault

    signal entered(string text)
    signal abandoned
    signal reached

    implicitHeight: field.y + field.height + (wrong.visible ? wrong.implicitHeight + Theme.hair : 0)
    onSavedChanged: root.show()
    Component.onCompleted: root.show()

    Words {
        width: parent.width
        height: 22
        text: root.label
        color: Theme.inkSoft
        font.pixelSize: Theme.tiny
    }

    Field {
        id: field
        y: 24
        width: parent.width
        name: root.fault !== "" ? qsTr("%1. %2").arg(root.label).arg(root.fault) : root.label
        hint: root.hint
        onEntered: root.goOn()
        onAbandoned: root.abandoned()
        onEditingChanged: field.editing ? root.reached() : root.entered(field.text)
    }

    Words {
        id: wrong
        anchors.top: field.bottom
        anchors.topMargin: Theme.hair
        width: parent.width
        visible: root.fault !== ""
        text: root.fault
        color: Theme.danger
        wrapMode: Text.Wrap
        maximumLineCount: 3
        font.pixelSize: Theme.tiny
    }

    function begin(): void {
        field.forceActiveFocus();
    }

    function show(): void {
        if (!field.editing)
            field.text = root.saved;
    }

    function goOn(): void {
        const next = root.Window.activeFocusItem?.nextItemInFocusChain();
        if (next)
            next.forceActiveFocus(Qt.TabFocusReason);
    }
}
