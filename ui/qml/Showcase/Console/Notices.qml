pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Theme

// The newest notices, above everything: what happened, and what to do about it.
Column {
    id: root

    required property ConsoleModel booth

    spacing: Theme.snug

    Repeater {
        model: root.booth.notices

        NoticeCard {
            id: card
            width: root.width
            onPressed: root.booth.dismiss(card.key)
        }
    }
}
