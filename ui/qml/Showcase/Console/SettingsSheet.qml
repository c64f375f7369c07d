pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Showcase.Console
import Showcase.Controls
import Showcase.Stage
import Showcase.Theme

// What people expect to be able to set; kept where the platform keeps settings.
Page {
    id: root

    required property SettingsModel settings
    required property LookoutModel lookout
    required property StageModel stage
    required property WallScreen wall
    required property SupportModel support
    readonly property list<int> pauses: [0, 60, 90, 180, 300]

    title: qsTr("Settings")

    Column {
        width: parent.width
        spacing: Theme.hair

        SettingLine {
            width: parent.width
            title: qsTr("Language")
            words: qsTr("Of this window, and of the stories that begin from now on.")

            Choice {
                anchors.fill: parent
                name: qsTr("Language")
                titles: root.settings.languageNames
                current: root.settings.languages.indexOf(root.settings.language)
                onChosen: index => root.settings.speak(root.settings.languages[index])
            }
        }

        SettingLine {
            width: parent.width
            title: qsTr("Light")

            Choice {
                anchors.fill: parent
                name: qsTr("Light")
                titles: [qsTr("Dark"), qsTr("Light")]
                current: root.settings.light ? 1 : 0
                onChosen: index => root.settings.lighten(index === 1)
            }
        }

        SettingLine {
            width: parent.width
            title: qsTr("Motion")
            words: qsTr("Reduced: things light up where they would travel.")

            Choice {
                anchors.fill: parent
                name: qsTr("Motion")
                titles: [qsTr("As designed"), qsTr("Reduced")]
                current: root.settings.reducedMotion ? 1 : 0
                onChosen: index => root.settings.calm(index === 1)
            }
        }

        SettingLine {
            width: parent.width
            title: qsTr("The wall's screen")
            words: root.stage.sight.satisfied
                ? qsTr("Letters are large enough for visitors at that distance.")
                : qsTr("At that distance letters cannot be large enough: let visitors come to %1 m.").arg(root.metres(root.stage.sight.nearest))

            Row {
                anchors.fill: parent
                spacing: Theme.snug

                Field {
                    width: 90
                    height: parent.height
                    name: qsTr("Diagonal in inches")
                    text: root.settings.diagonal.toFixed(0)
                    validator: IntValidator { bottom: 10; top: 400 }
                    onEntered: if (acceptable) root.settings.measure(Number(text))
                    onEditingChanged: if (!editing && acceptable) root.settings.measure(Number(text))
                    onAbandoned: root.closed()
                }

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("inches, seen from")
                    color: Theme.inkSoft
                    font.pixelSize: Theme.small
                }

                Field {
                    width: 80
                    height: parent.height
                    name: qsTr("Distance in metres")
                    text: root.metres(root.settings.distance)
                    validator: DoubleValidator { bottom: 0.5; top: 30; decimals: 1; locale: root.settings.language }
                    onEntered: if (acceptable) root.stand(text)
                    onEditingChanged: if (!editing && acceptable) root.stand(text)
                    onAbandoned: root.closed()
                }

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("m")
                    color: Theme.inkSoft
                    font.pixelSize: Theme.small
                }
            }
        }

        SettingLine {
            width: parent.width
            visible: root.wall.screens.length > 1
            title: qsTr("Screens of the wall")
            words: qsTr("None chosen: the largest that is not this one.")

            Row {
                anchors.right: parent.right
                spacing: Theme.snug

                Repeater {
                    model: root.wall.screens

                    Button {
                        id: screen

                        required property string modelData

                        readonly property bool chosen: root.settings.screens.includes(screen.modelData)

                        text: screen.chosen ? qsTr("✓ %1").arg(screen.modelData) : screen.modelData
                        implicitHeight: 48
                        selected: screen.chosen
                        onPressed: root.settings.toggleScreen(screen.modelData)
                    }
                }
            }
        }

        LookoutLine {
            width: parent.width
            lookout: root.lookout
        }

        SettingLine {
            width: parent.width
            title: qsTr("When nobody plays")
            words: qsTr("The wall replays the last good tour, marked as a recording. GO ends it.")

            Choice {
                anchors.fill: parent
                name: qsTr("When nobody plays")
                titles: [qsTr("Never"), qsTr("1 min"), qsTr("90 s"), qsTr("3 min"), qsTr("5 min")]
                current: root.pauses.indexOf(root.settings.idle)
                onChosen: index => root.settings.wait(root.pauses[index])
            }
        }

        SettingLine {
            width: parent.width
            title: qsTr("When something went wrong")
            words: qsTr("One file for whoever helps you: logs, versions, the last tour. No password and no key is in it, and nothing is sent.")

            Button {
                anchors.right: parent.right
                implicitHeight: 48
                text: root.support.busy ? qsTr("Gathering …") : qsTr("Save a support file")
                onPressed: root.support.save()
            }
        }
    }

    function metres(distance: real): string {
        return distance.toLocaleString(Qt.locale(root.settings.language), "f", 1);
    }

    function stand(distance: string): void {
        root.settings.stand(Number.fromLocaleString(Qt.locale(root.settings.language), distance));
    }
}
