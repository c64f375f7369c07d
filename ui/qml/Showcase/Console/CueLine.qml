pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// One line of the cue list. Pressing it chooses it, and looks into what it sent; pressing it twice,
// or Enter, makes it the next.
Press {
    id: root

    required property int index
    required property string cue
    required property int number
    required property string title
    required property string transaction
    required property string family
    required property int stands
    required property string note
    required property bool held
    required property bool standby
    required property bool planned
    readonly property bool running: root.stands === Cues.State.RUNNING
    readonly property bool over: root.stands > Cues.State.RUNNING

    property bool chosen: false
    property bool fixed: false // nothing can be put on standby

    signal jumpAsked
    signal choiceAsked

    name: qsTr("Cue %1, %2").arg(root.number).arg(root.title)
    selected: root.standby
    radius: Theme.radius
    implicitHeight: Math.max(Theme.press, text.implicitHeight + 18)
    onPressed: root.choiceAsked()
    onDoubled: root.jumpAsked()

    Panel {
        anchors.fill: parent
        visible: root.standby || root.running || root.hovered || root.chosen
        fill: root.running ? Theme.selected : root.standby ? Theme.goSunk : Theme.hover
        edge: root.standby ? Theme.go : Theme.focus
        edgeWidth: root.standby || root.chosen ? 2 : 0
        radius: root.radius
    }

    Words {
        id: number
        anchors.verticalCenter: parent.verticalCenter
        width: 30
        horizontalAlignment: Text.AlignRight
        text: root.number
        color: root.running || root.standby ? Theme.ink : Theme.inkFaint
        weight: Theme.medium
        font.pixelSize: Theme.label - 1
        font.features: ({ "tnum": 1 })
    }

    CueMark {
        id: mark
        anchors.left: number.right
        anchors.leftMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        stands: root.stands
        held: root.held
        standby: root.standby
    }

    Words {
        id: text
        anchors.left: mark.right
        anchors.leftMargin: 10
        anchors.right: tag.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: root.title
        color: root.over && !root.standby ? Theme.inkSoft : Theme.ink
        weight: root.running || root.standby ? Theme.semibold : Theme.medium
        font.pixelSize: Theme.label - 1
        wrapMode: Text.Wrap
        maximumLineCount: 2
        lineHeight: 1.1
    }

    Tag {
        id: tag
        anchors.right: note.left
        anchors.rightMargin: Theme.hair
        anchors.verticalCenter: parent.verticalCenter
        text: root.transaction
        family: root.family
        opacity: root.planned ? 0.6 : 1
    }

    Words {
        id: note
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        width: 62
        horizontalAlignment: Text.AlignRight
        text: again.visible ? "" : root.note
        color: Theme.inkFaint
        font.pixelSize: Theme.small
        font.features: ({ "tnum": 1 })
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 12
    }

    Press {
        id: again
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        visible: (root.hovered || root.chosen) && !root.standby && !root.running && !root.fixed
        width: 80
        name: qsTr("Make cue %1 the next").arg(root.number)
        onPressed: root.jumpAsked()

        Words {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("play next")
            color: Theme.go
            weight: Theme.semibold
            font.pixelSize: Theme.tiny
        }
    }
}
