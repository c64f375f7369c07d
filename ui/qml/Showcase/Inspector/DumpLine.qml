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
    required property string text
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

    Row {
        id: bytes
        anchors.left: address.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

        TapHandler {
            onTapped: point => root.byteAsked(root.offset + root.nth(point.position.x))
        }

        Words {
            visible: root.before !== ""
            text: root.before
            color: Theme.inkFaint
            mono: true
            font.pixelSize: 14
        }

        Words {
            visible: root.lit !== ""
            text: root.lit
            color: Theme.familyText("DICOM")
            mono: true
            weight: Theme.semibold
            font.pixelSize: 14
            font.underline: true
        }

        Words {
            visible: root.after !== ""
            text: root.after
            color: Theme.inkFaint
            mono: true
            font.pixelSize: 14
        }
    }

    function nth(x: real): int {
        const count = root.text.length;
        return Math.max(0, Math.min(count - 1, Math.floor(x / (bytes.width / count))));
    }

    Words {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        color: Theme.inkSoft
        mono: true
        font.pixelSize: 14
        font.features: ({ "calt": 0, "liga": 0 })
    }
}
