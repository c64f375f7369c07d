pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Inspector
import Showcase.Theme

// For whoever only stopped by: what happened, in one sentence; what was handed over; what it was.
Item {
    id: root

    required property InspectorModel inspector

    signal followAsked(string value)

    Words {
        id: sentence
        width: parent.width
        text: root.inspector.hop.sentence
        weight: Theme.semibold
        wrapMode: Text.Wrap
        maximumLineCount: 4
        lineHeight: 1.15
        font.pixelSize: Theme.body
    }

    PictureView {
        id: picture
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.gap
        width: parent.width
        height: visible ? Math.min(width * 0.9, root.height * 0.42) : 0
        visible: root.inspector.hop.hasPicture
        digest: root.inspector.hop.picture
        caption: root.inspector.hop.label
    }

    Item {
        id: paper
        anchors.top: picture.bottom
        anchors.topMargin: visible ? Theme.gap : 0
        width: parent.width
        height: visible ? root.height * 0.4 : 0
        visible: root.inspector.hop.hasDocument && !picture.visible && root.inspector.narrative !== ""

        PlainText {
            anchors.fill: parent
            text: root.inspector.narrative
            spoken: true
        }
    }

    Words {
        id: handed
        anchors.top: paper.bottom
        anchors.topMargin: Theme.gap
        width: parent.width
        height: 34
        visible: list.count > 0
        verticalAlignment: Text.AlignVCenter
        text: qsTr("What both systems know now")
        color: Theme.inkFaint
        weight: Theme.semibold
        font.pixelSize: Theme.small
    }

    FactList {
        id: list
        anchors.top: handed.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        inspector: root.inspector
        onFollowAsked: value => root.followAsked(value)
    }
}
