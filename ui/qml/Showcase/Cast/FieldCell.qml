pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Controls
import Showcase.Theme

// One thing to enter: a line, a choice, some of many, or a file.
Item {
    id: root

    required property string at
    required property string label
    required property string text
    required property string hint
    required property string fault
    required property string kind
    required property int share
    required property var options
    required property var marks
    required property string subject
    required property string picture
    property bool asking: false
    readonly property Loader shown: root.kind === "choice" ? choice : root.kind === "many" ? many : root.kind === "file" ? file : line

    signal entered(string text)
    signal picked(int index)
    signal marked(string option)
    signal brought(string place)
    signal testAsked
    signal abandoned
    signal reached

    implicitHeight: root.shown.implicitHeight

    Loader {
        id: line
        active: root.kind === "text"
        width: root.width - (test.visible ? test.width + Theme.gap : 0)

        sourceComponent: TextCell {
            label: root.label
            saved: root.text
            hint: root.hint
            fault: root.fault
            onEntered: text => root.entered(text)
            onAbandoned: root.abandoned()
            onReached: root.reached()
        }
    }

    Loader {
        id: choice
        active: root.kind === "choice"
        width: root.width

        sourceComponent: ChoiceCell {
            label: root.label
            options: root.options
            marks: root.marks
            fault: root.fault
            onPicked: index => root.picked(index)
        }
    }

    Loader {
        id: many
        active: root.kind === "many"
        width: root.width

        sourceComponent: ManyCell {
            label: root.label
            options: root.options
            marks: root.marks
            fault: root.fault
            onMarked: option => root.marked(option)
        }
    }

    Loader {
        id: file
        active: root.kind === "file"
        width: root.width

        sourceComponent: FileCell {
            label: root.label
            saved: root.text
            hint: root.hint
            fault: root.fault
            picture: root.picture
            onBrought: place => root.brought(place)
            onAbandoned: root.abandoned()
            onReached: root.reached()
        }
    }

    Button {
        id: test
        anchors.right: parent.right
        y: 24
        visible: root.subject !== "" && root.text !== ""
        enabled: !root.asking
        implicitHeight: Theme.press
        text: qsTr("Test")
        name: qsTr("Test %1").arg(root.subject)
        onPressed: root.testAsked()
    }

    function begin(): void {
        const first = line.item as TextCell;
        if (first)
            first.begin();
    }
}
