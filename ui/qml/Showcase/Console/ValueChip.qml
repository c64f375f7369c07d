pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Something to type or to select at a vendor's system.
Row {
    id: root

    required property string name
    required property string value

    spacing: Theme.snug

    Words {
        text: root.name
        color: Theme.inkFaint
        font.pixelSize: Theme.small
    }

    Words {
        width: Math.min(implicitWidth, (root.parent?.width ?? 400) * 0.8)
        text: root.value
        wrapMode: Text.WrapAnywhere
        mono: true
        weight: Theme.semibold
        font.pixelSize: Theme.small
    }
}
