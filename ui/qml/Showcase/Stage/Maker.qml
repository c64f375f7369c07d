pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Who plays a role: a vendor's logo or name, or the word stand-in. When that changes, one fades
// into the other. A logo that is wide says the name itself.
Item {
    id: root

    required property string maker
    required property string logo
    required property bool standIn
    required property bool assisted
    required property real size
    readonly property string player: `${root.maker}|${root.logo}|${root.standIn}|${root.assisted}`
    property string shownMaker: ""
    property string shownLogo: ""
    property bool shownStandIn: true
    property bool shownAssisted: false

    onPlayerChanged: change.restart()
    Component.onCompleted: root.take()

    function take() {
        root.shownMaker = root.maker;
        root.shownLogo = root.logo;
        root.shownStandIn = root.standIn;
        root.shownAssisted = root.assisted;
    }

    Row {
        id: words
        readonly property real room: root.width - (tag.visible ? tag.width + Theme.snug : 0)
        anchors.fill: parent
        spacing: Theme.snug

        Plate {
            id: plate
            readonly property bool wide: plate.here && plate.aspect > 2.2
            anchors.verticalCenter: parent.verticalCenter
            visible: plate.here
            width: implicitWidth
            anchors.verticalCenterOffset: 1
            height: parent.height - 1
            widest: words.room
            digest: root.shownLogo
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.shownMaker !== "" && !plate.wide
            width: Math.min(implicitWidth, words.room - (plate.here ? plate.width + Theme.snug : 0))
            text: root.shownMaker
            color: Theme.inkSoft
            weight: Theme.medium
            font.pixelSize: root.size
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 13
        }

        Tag {
            id: tag
            anchors.verticalCenter: parent.verticalCenter
            visible: root.shownStandIn || root.shownAssisted
            text: root.shownStandIn ? qsTr("stand-in") : qsTr("assisted")
            size: Math.max(14, root.size - 2)
        }
    }

    SequentialAnimation {
        id: change
        NumberAnimation { target: words; property: "opacity"; to: 0; duration: Theme.calm; easing.type: Easing.InCubic }
        ScriptAction { script: root.take() }
        NumberAnimation { target: words; property: "opacity"; from: 0; to: 1; duration: Theme.slow; easing.type: Easing.OutCubic }
    }
}
