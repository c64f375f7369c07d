import QtQuick

// What is made when it is first wanted, and stays: a window's first frame does not wait for it.
Loader {
    property bool wanted: false

    active: false
    onWantedChanged: if (wanted) active = true
    Component.onCompleted: if (wanted) active = true
}
