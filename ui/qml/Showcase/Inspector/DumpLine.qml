pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Eight bytes, the picked ones lit.
Item {
    id: root

    required property string before
    required property string lit
    required property string after
    required property string text

    implicitHeight: 22

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

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
