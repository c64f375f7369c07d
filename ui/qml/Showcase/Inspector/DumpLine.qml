pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Eight or sixteen bytes, the picked ones lit. Pressing one picks the field that it belongs to.
Item {
    id: root

    required property int offset
    required property string before
    required property string lit
    required property string after
    required property string ahead
    required property string glow
    required property string behind
    required property int count
    required property string address
    property int columns: 8

    signal byteAsked(int offset)

    implicitHeight: 22

    Words {
        id: address
        anchors.verticalCenter: parent.verticalCenter
        visible: root.width > 420
        width: visible ? 62 : 0
        text: root.address
        color: Theme.inkGhost
        mono: true
        font.pixelSize: 14
    }

    Parts {
        id: bytes
        anchors.left: address.right
        spacing: 8
        before: root.before
        lit: root.lit
        after: root.after
        quiet: Theme.inkFaint

        TapHandler {
            onTapped: point => root.byteAsked(root.offset + root.nth(point.position.x))
        }
    }

    Parts {
        anchors.right: parent.right
        before: root.ahead
        lit: root.glow
        after: root.behind
        quiet: Theme.inkSoft
    }

    function nth(x: real): int {
        return Math.max(0, Math.min(root.count - 1, Math.floor(x / (bytes.width / root.count))));
    }

    // Three pieces of a line, the middle one lit.
    component Parts: Row {
        id: parts

        required property string before
        required property string lit
        required property string after
        required property color quiet

        anchors.verticalCenter: parent.verticalCenter

        Piece {
            visible: parts.before !== ""
            text: parts.before
            color: parts.quiet
        }

        Piece {
            visible: parts.lit !== ""
            text: parts.lit
            color: Theme.familyText("DICOM")
            weight: Theme.semibold
            font.underline: true
        }

        Piece {
            visible: parts.after !== ""
            text: parts.after
            color: parts.quiet
        }
    }

    component Piece: Words {
        mono: true
        font.pixelSize: 14
        font.features: ({ "calt": 0, "liga": 0 })
    }
}
