<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Card</name>
    <message>
        <source>stand-in</source>
        <translation>Ersatzsystem</translation>
    </message>
    <message>
        <source>%1, assisted</source>
        <translation>%1, unterstützt</translation>
    </message>
    <message>
        <source>waiting for its staff</source>
        <translation>wartet auf sein Personal</translation>
    </message>
    <message>
        <source>knows: %1</source>
        <translation>weiß: %1</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
</context>
<context>
    <name>CardFace</name>
    <message>
        <source>waiting …</source>
        <translation>wartet …</translation>
    </message>
</context>
<context>
    <name>Cast</name>
    <message>
        <source>Stand-ins play all {count}</source>
        <translation>Ersatzsysteme spielen alle {count}</translation>
    </message>
    <message>
        <source>Vendors play {count} of {all}</source>
        <translation>Hersteller spielen {count} von {all}</translation>
    </message>
    <message>
        <source>only sends</source>
        <translation>sendet nur</translation>
    </message>
</context>
<context>
    <name>CastBar</name>
    <message>
        <source>Cast</source>
        <translation>Besetzung</translation>
    </message>
    <message>
        <source>Casts</source>
        <translation>Besetzungen</translation>
    </message>
    <message>
        <source>New cast</source>
        <translation>Neue Besetzung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>CastChip</name>
    <message>
        <source>Play with the cast %1: %2</source>
        <translation>Mit der Besetzung %1 spielen: %2</translation>
    </message>
</context>
<context>
    <name>CastLine</name>
    <message>
        <source>stand-in</source>
        <translation>Ersatzsystem</translation>
    </message>
    <message>
        <source>assisted</source>
        <translation>unterstützt</translation>
    </message>
    <message>
        <source>vendor</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Let the stand-in play %1</source>
        <translation>%1 vom Ersatzsystem spielen lassen</translation>
    </message>
    <message>
        <source>Give %1 back to its vendor</source>
        <translation>%1 an den Hersteller zurückgeben</translation>
    </message>
    <message>
        <source>stand-in takes it</source>
        <translation>Ersatzsystem übernimmt</translation>
    </message>
    <message>
        <source>give it back</source>
        <translation>zurückgeben</translation>
    </message>
</context>
<context>
    <name>CastPage</name>
    <message>
        <source>Cast</source>
        <translation>Besetzung</translation>
    </message>
</context>
<context>
    <name>CastPane</name>
    <message>
        <source>No cast yet</source>
        <translation>Noch keine Besetzung</translation>
    </message>
    <message>
        <source>Who plays each role stands here as soon as a tour begins.</source>
        <translation>Wer welche Rolle spielt, steht hier, sobald eine Führung beginnt.</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>Besetzung</translation>
    </message>
</context>
<context>
    <name>Casting</name>
    <message>
        <source>Morning</source>
        <translation>Vormittag</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Nachmittag</translation>
    </message>
    <message>
        <source>Cast {number}</source>
        <translation>Besetzung {number}</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {why}.</source>
        <translation>„{file}“ lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>Line {line}: </source>
        <translation>Zeile {line}: </translation>
    </message>
    <message>
        <source>Not in the cast yet.</source>
        <translation>Noch nicht in der Besetzung.</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Still missing: {what}.</source>
        <translation>Es fehlt noch: {what}.</translation>
    </message>
    <message>
        <source>Look at what is marked below.</source>
        <translation>Sehen Sie nach, was unten markiert ist.</translation>
    </message>
    <message>
        <source>an address</source>
        <translation>eine Adresse</translation>
    </message>
    <message>
        <source>the maker&apos;s name, as its card shows it</source>
        <translation>Name des Herstellers, wie ihn die Karte zeigt</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Product and version</source>
        <translation>Produkt und Version</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>drop an SVG or PNG here, or type its path</source>
        <translation>SVG oder PNG hier ablegen, oder seinen Pfad eingeben</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>AE title</source>
        <translation>AE-Title</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Facility</translation>
    </message>
    <message>
        <source>Port over TLS</source>
        <translation>Port über TLS</translation>
    </message>
    <message>
        <source>Seconds for one answer</source>
        <translation>Sekunden für eine Antwort</translation>
    </message>
    <message>
        <source>Stand-in takes over by itself after … seconds</source>
        <translation>Ersatzsystem übernimmt von selbst nach … Sekunden</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>TLS (ITI-19), all of its protocols</source>
        <translation>TLS (ITI-19), für alle seine Protokolle</translation>
    </message>
    <message>
        <source>TLS, {protocol} only</source>
        <translation>TLS, nur {protocol}</translation>
    </message>
    <message>
        <source>Largest PDU in bytes</source>
        <translation>Größte PDU in Byte</translation>
    </message>
    <message>
        <source>as both agree</source>
        <translation>wie vereinbart</translation>
    </message>
    <message>
        <source>Domain of its patient identifiers</source>
        <translation>Domäne seiner Patienten-IDs</translation>
    </message>
    <message>
        <source>OID of that domain</source>
        <translation>OID dieser Domäne</translation>
    </message>
    <message>
        <source>Its own OID (repository, source)</source>
        <translation>Eigene OID (Repository, Quelle)</translation>
    </message>
    <message>
        <source>Transfer syntaxes we propose (none chosen: all)</source>
        <translation>Transfersyntaxen, die wir anbieten (keine gewählt: alle)</translation>
    </message>
    <message>
        <source>in the clear</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>booth certificate</source>
        <translation>Stand-Zertifikat</translation>
    </message>
    <message>
        <source>their authority</source>
        <translation>ihre CA</translation>
    </message>
    <message>
        <source>their certificate</source>
        <translation>ihr Zertifikat</translation>
    </message>
    <message>
        <source>as for all</source>
        <translation>wie für alle</translation>
    </message>
    <message>
        <source>Certificate, PEM</source>
        <translation>Zertifikat, PEM</translation>
    </message>
    <message>
        <source>drop a PEM file here, or type its path</source>
        <translation>PEM-Datei hier ablegen, oder ihren Pfad eingeben</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Left empty, our stand-in keeps it.</source>
        <translation>Bleibt es leer, behält es unser Ersatzsystem.</translation>
    </message>
    <message>
        <source>On its card</source>
        <translation>Auf der Karte</translation>
    </message>
    <message>
        <source>More: TLS, patience, PDU, transfer syntaxes, OIDs</source>
        <translation>Mehr: TLS, Geduld, PDU, Transfersyntaxen, OIDs</translation>
    </message>
    <message>
        <source>Stand-ins only</source>
        <translation>Nur Ersatzsysteme</translation>
    </message>
    <message>
        <source>we play every role</source>
        <translation>wir spielen jede Rolle</translation>
    </message>
    <message>
        <source>needs mending</source>
        <translation>hat Fehler</translation>
    </message>
    <message>
        <source>nobody in it yet</source>
        <translation>noch niemand darin</translation>
    </message>
    <message>
        <source>Stand-in</source>
        <translation>Ersatzsystem</translation>
    </message>
    <message>
        <source>starts and answers</source>
        <translation>beginnt und antwortet</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>application | facility</source>
        <translation>Application | Facility</translation>
    </message>
    <message>
        <source>calls your system, and is called: {what}</source>
        <translation>ruft Ihr System und wird gerufen: {what}</translation>
    </message>
    <message>
        <source>calls your system: {what}</source>
        <translation>ruft Ihr System: {what}</translation>
    </message>
    <message>
        <source>your system calls it: {what}</source>
        <translation>Ihr System ruft es: {what}</translation>
    </message>
</context>
<context>
    <name>CertificateCard</name>
    <message>
        <source>Certificate for TLS (ITI-19)</source>
        <translation>Zertifikat für TLS (ITI-19)</translation>
    </message>
    <message>
        <source>Folder to hand over, such as a memory stick</source>
        <translation>Ordner zum Mitgeben, etwa auf einem Speicherstick</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>No certificate of the booth&apos;s authority yet.</source>
        <translation>Noch kein Zertifikat der Stand-Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>Its own one will do, if you name it under More.</source>
        <translation>Ein eigenes genügt, wenn es unter „Mehr“ genannt ist.</translation>
    </message>
    <message>
        <source>Issue a certificate</source>
        <translation>Zertifikat ausstellen</translation>
    </message>
    <message>
        <source>Issue a new one</source>
        <translation>Neues ausstellen</translation>
    </message>
    <message>
        <source>{key}.crt, {key}.key and authority.crt lie in {folder}. Their engineer installs the first two and trusts the third; the key is kept nowhere else.</source>
        <translation>{key}.crt, {key}.key und authority.crt liegen in {folder}. Der Techniker des Herstellers installiert die ersten beiden und vertraut der dritten; der Schlüssel wird sonst nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>The first certificate makes the booth&apos;s authority.</source>
        <translation>Mit dem ersten Zertifikat entsteht die Stand-Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>Booth authority, until {date}: {file}</source>
        <translation>Stand-Zertifizierungsstelle, bis {date}: {file}</translation>
    </message>
    <message>
        <source>It does not stand for {hosts}: issue a new one.</source>
        <translation>Es steht nicht für {hosts}: bitte ein neues ausstellen.</translation>
    </message>
    <message>
        <source>It stands for {hosts}.</source>
        <translation>Es steht für {hosts}.</translation>
    </message>
    <message>
        <source>Its certificate expired on {date}.</source>
        <translation>Das Zertifikat ist am {date} abgelaufen.</translation>
    </message>
    <message>
        <source>Its certificate expires today.</source>
        <translation>Das Zertifikat läuft heute ab.</translation>
    </message>
    <message>
        <source>Its certificate expires tomorrow.</source>
        <translation>Das Zertifikat läuft morgen ab.</translation>
    </message>
    <message>
        <source>Its certificate is good until {date}, {days} days.</source>
        <translation>Das Zertifikat gilt bis {date}, noch {days} Tage.</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>clock</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>vergangen</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>A tour is under way.</source>
        <translation>Eine Führung läuft gerade.</translation>
    </message>
    <message>
        <source>Press N again to end it and begin the next.</source>
        <translation>Noch einmal N beendet sie und beginnt die nächste.</translation>
    </message>
    <message>
        <source>Press O again to end it, and only watch.</source>
        <translation>Noch einmal O beendet sie; dann wird nur zugesehen.</translation>
    </message>
    <message>
        <source>back to the live stage</source>
        <translation>zurück zur Bühne</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Nur zusehen</translation>
    </message>
    <message>
        <source>everything cut</source>
        <translation>alles abgebrochen</translation>
    </message>
    <message>
        <source>held · again: cut</source>
        <translation>angehalten · nochmals: Abbruch</translation>
    </message>
    <message>
        <source>hold everything</source>
        <translation>alles anhalten</translation>
    </message>
    <message>
        <source>The disk takes nothing: the show goes on, and what happens is kept in memory until there is room. Free some space.</source>
        <translation>Die Platte nimmt nichts an: Die Vorführung geht weiter, und was geschieht, bleibt im Speicher, bis Platz ist. Bitte Platz schaffen.</translation>
    </message>
    <message>
        <source>{hops} hops: {good} acknowledged</source>
        <translation>{hops} Schritte: {good} bestätigt</translation>
    </message>
    <message>
        <source>, {refused} refused, {failed} failed</source>
        <translation>, {refused} abgelehnt, {failed} gescheitert</translation>
    </message>
    <message>
        <source>the systems are starting</source>
        <translation>die Systeme starten</translation>
    </message>
    <message>
        <source>the systems are coming back</source>
        <translation>die Systeme kommen wieder</translation>
    </message>
    <message>
        <source>nothing to fire</source>
        <translation>nichts zu senden</translation>
    </message>
    <message>
        <source>begin the tour</source>
        <translation>die Führung beginnen</translation>
    </message>
    <message>
        <source>next: {cue}</source>
        <translation>als Nächstes: {cue}</translation>
    </message>
    <message>
        <source>then: {cue}</source>
        <translation>danach: {cue}</translation>
    </message>
    <message>
        <source>the last step plays</source>
        <translation>der letzte Schritt läuft</translation>
    </message>
    <message>
        <source>go on: {cue}</source>
        <translation>weiter: {cue}</translation>
    </message>
    <message>
        <source>the last step did not hold: see below</source>
        <translation>der letzte Schritt hielt nicht: siehe unten</translation>
    </message>
    <message>
        <source>nothing is played: N begins a tour</source>
        <translation>es wird nichts gespielt: N beginnt eine Führung</translation>
    </message>
    <message>
        <source>the story is told</source>
        <translation>die Geschichte ist erzählt</translation>
    </message>
    <message>
        <source>next tour</source>
        <translation>nächste Führung</translation>
    </message>
</context>
<context>
    <name>CueLine</name>
    <message>
        <source>Cue %1, %2</source>
        <translation>Schritt %1, %2</translation>
    </message>
    <message>
        <source>Make cue %1 the next</source>
        <translation>Schritt %1 als nächsten wählen</translation>
    </message>
    <message>
        <source>play next</source>
        <translation>als nächsten</translation>
    </message>
</context>
<context>
    <name>CuePane</name>
    <message>
        <source>Cue list</source>
        <translation>Ablauf</translation>
    </message>
</context>
<context>
    <name>Cues</name>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>then {seconds} s</source>
        <translation>dann {seconds} s</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>continue</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>follow</source>
        <translation>folgt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>DoorsPane</name>
    <message>
        <source>Who can reach the stand-ins</source>
        <translation>Wer die Ersatzsysteme erreicht</translation>
    </message>
    <message>
        <source>As the cast says</source>
        <translation>Wie in der Besetzung</translation>
    </message>
    <message>
        <source>Every network</source>
        <translation>Jedes Netz</translation>
    </message>
    <message>
        <source>Callers whom the cast does not name</source>
        <translation>Anrufer, die nicht in der Besetzung stehen</translation>
    </message>
    <message>
        <source>They knock</source>
        <translation>Sie klopfen an</translation>
    </message>
    <message>
        <source>Open house</source>
        <translation>Offenes Haus</translation>
    </message>
    <message>
        <source>No port is open</source>
        <translation>Kein Port ist offen</translation>
    </message>
    <message>
        <source>The stand-ins open theirs when a tour begins.</source>
        <translation>Die Ersatzsysteme öffnen ihre, wenn eine Tour beginnt.</translation>
    </message>
    <message>
        <source>Open ports</source>
        <translation>Offene Ports</translation>
    </message>
</context>
<context>
    <name>DumpView</name>
    <message>
        <source>%1 of bytes are in the journal.</source>
        <translation>%1 Bytes liegen im Journal.</translation>
    </message>
    <message>
        <source>Not a byte went this way.</source>
        <translation>In diese Richtung ging kein Byte.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
</context>
<context>
    <name>EscButton</name>
    <message>
        <source>Escape, %1</source>
        <translation>Escape, %1</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>Follow %1</source>
        <translation>%1 verfolgen</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>What the exchange states</source>
        <translation>Was der Austausch aussagt</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>No cause was given.</source>
        <translation>Es wurde kein Grund genannt.</translation>
    </message>
    <message>
        <source>{sender} could not send</source>
        <translation>{sender} konnte nicht senden</translation>
    </message>
    <message>
        <source>Cut on the way to {receiver}</source>
        <translation>Abgebrochen auf dem Weg zu {receiver}</translation>
    </message>
    <message>
        <source>{receiver} said no</source>
        <translation>{receiver} hat abgelehnt</translation>
    </message>
    <message>
        <source>No answer from {receiver}</source>
        <translation>Keine Antwort von {receiver}</translation>
    </message>
    <message>
        <source>{sender} is waiting for something it has not been told yet. We will help it along.</source>
        <translation>{sender} wartet auf etwas, das dort noch nicht angekommen ist. Wir helfen nach.</translation>
    </message>
    <message>
        <source>We have stopped here for a moment. Nothing is lost, and we go on from this step.</source>
        <translation>Wir haben hier kurz angehalten. Nichts ist verloren, und von diesem Schritt geht es weiter.</translation>
    </message>
    <message>
        <source>{receiver} has refused this, and has told us why. That is how it should be: a system says no rather than keep something it doubts.</source>
        <translation>{receiver} hat das abgelehnt und gesagt, warum. So soll es sein: Lieber ein Nein, als etwas Zweifelhaftes zu speichern.</translation>
    </message>
    <message>
        <source>{receiver} does not answer right now. Nothing is lost: {sender} knows that it was not received, and sends it again.</source>
        <translation>{receiver} antwortet gerade nicht. Nichts ist verloren: {sender} weiß, dass es nicht ankam, und sendet es noch einmal.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Ohne das weitermachen</translation>
    </message>
    <message>
        <source>Let the stand-in take it</source>
        <translation>Das Ersatzsystem übernimmt</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Von vorn beginnen</translation>
    </message>
</context>
<context>
    <name>FailureCard</name>
    <message>
        <source>In detail: %1</source>
        <translation>Im Einzelnen: %1</translation>
    </message>
    <message>
        <source>Show the bytes</source>
        <translation>Bytes zeigen</translation>
    </message>
    <message>
        <source>Say: “%1”</source>
        <translation>Sagen Sie: „%1“</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Nobody knows the name {name}.</source>
        <translation>Niemand kennt den Namen {name}.</translation>
    </message>
    <message>
        <source>Write its address in the cast instead: a booth often has no DNS.</source>
        <translation>Stattdessen die Adresse in die Besetzung schreiben: Ein Messestand hat oft kein DNS.</translation>
    </message>
    <message>
        <source>Nobody listens at {address}.</source>
        <translation>Unter {address} nimmt niemand ab.</translation>
    </message>
    <message>
        <source>Start the system there, or correct host and port in the cast.</source>
        <translation>Das System dort starten, oder Rechner und Port in der Besetzung berichtigen.</translation>
    </message>
    <message>
        <source>There is no way to {address}.</source>
        <translation>Es führt kein Weg zu {address}.</translation>
    </message>
    <message>
        <source>This machine has no network that leads to {address}.</source>
        <translation>Dieser Rechner hat kein Netz, das zu {address} führt.</translation>
    </message>
    <message>
        <source>Check the cable, the Wi-Fi and the address in the cast.</source>
        <translation>Kabel, WLAN und die Adresse in der Besetzung prüfen.</translation>
    </message>
    <message>
        <source>No connection to {address}.</source>
        <translation>Keine Verbindung zu {address}.</translation>
    </message>
    <message>
        <source>Check that the system runs, and its address in the cast.</source>
        <translation>Prüfen, ob das System läuft und ob seine Adresse in der Besetzung stimmt.</translation>
    </message>
    <message>
        <source>{who} did not answer within {seconds} seconds.</source>
        <translation>{who} hat nicht innerhalb von {seconds} Sekunden geantwortet.</translation>
    </message>
    <message>
        <source>{who} did not answer within {seconds} second.</source>
        <translation>{who} hat nicht innerhalb von {seconds} Sekunde geantwortet.</translation>
    </message>
    <message>
        <source>Check that the system is not stuck, or raise its deadline in the cast.</source>
        <translation>Prüfen, ob das System hängt, oder seine Frist in der Besetzung verlängern.</translation>
    </message>
    <message>
        <source>{who} closed the connection before it had answered.</source>
        <translation>{who} hat die Verbindung geschlossen, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>Look into that system&apos;s log: it met something it did not expect.</source>
        <translation>Das Protokoll jenes Systems ansehen: Es traf auf etwas Unerwartetes.</translation>
    </message>
    <message>
        <source>{who} has no address for {transaction}.</source>
        <translation>{who} hat keine Adresse für {transaction}.</translation>
    </message>
    <message>
        <source>Give its system a soap URL for it in the cast.</source>
        <translation>Dem System in der Besetzung eine SOAP-URL dafür geben.</translation>
    </message>
    <message>
        <source>Staff cut the transaction before its answer came.</source>
        <translation>Die Transaktion wurde am Stand abgebrochen, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>Retry it when you are ready.</source>
        <translation>Noch einmal versuchen, sobald alles bereit ist.</translation>
    </message>
    <message>
        <source>Staff cut it.</source>
        <translation>Am Stand abgebrochen.</translation>
    </message>
    <message>
        <source>Showcase itself failed while it waited for the answer.</source>
        <translation>Showcase selbst ist beim Warten auf die Antwort gescheitert.</translation>
    </message>
    <message>
        <source>Retry; if it fails again, send us the engine&apos;s log.</source>
        <translation>Noch einmal versuchen; scheitert es wieder, bitte das Protokoll der Engine schicken.</translation>
    </message>
    <message>
        <source>The engine stopped before its acknowledgement was seen.</source>
        <translation>Die Engine blieb stehen, bevor die Quittung zu sehen war.</translation>
    </message>
    <message>
        <source>{who}&apos;s certificate expired yesterday ({day}).</source>
        <translation>Das Zertifikat von {who} ist gestern abgelaufen ({day}).</translation>
    </message>
    <message>
        <source>{who}&apos;s certificate expired today ({day}).</source>
        <translation>Das Zertifikat von {who} ist heute abgelaufen ({day}).</translation>
    </message>
    <message>
        <source>{who}&apos;s certificate expired {days} days ago ({day}).</source>
        <translation>Das Zertifikat von {who} ist vor {days} Tagen abgelaufen ({day}).</translation>
    </message>
    <message>
        <source>{who}&apos;s certificate has expired.</source>
        <translation>Das Zertifikat von {who} ist abgelaufen.</translation>
    </message>
    <message>
        <source>{who}&apos;s certificate is not valid before {day}.</source>
        <translation>Das Zertifikat von {who} gilt erst ab {day}.</translation>
    </message>
    <message>
        <source>{who}&apos;s certificate is not valid yet.</source>
        <translation>Das Zertifikat von {who} gilt noch nicht.</translation>
    </message>
    <message>
        <source>{who}&apos;s certificate is signed by “{issuer}”, which we do not trust.</source>
        <translation>Das Zertifikat von {who} ist von „{issuer}“ unterschrieben; dieser Stelle vertrauen wir nicht.</translation>
    </message>
    <message>
        <source>{who}&apos;s certificate comes from somebody whom we do not trust.</source>
        <translation>Das Zertifikat von {who} kommt von einer Stelle, der wir nicht vertrauen.</translation>
    </message>
    <message>
        <source>{who}&apos;s certificate is not accepted: {reason}.</source>
        <translation>Das Zertifikat von {who} wird nicht angenommen: {reason}.</translation>
    </message>
    <message>
        <source>They have to install a new one.</source>
        <translation>Dort muss ein neues installiert werden.</translation>
    </message>
    <message>
        <source>They have to install another one.</source>
        <translation>Dort muss ein anderes installiert werden.</translation>
    </message>
    <message>
        <source>Or give it one of ours: “showcase cert issue”.</source>
        <translation>Oder eines von uns ausstellen: auf der Seite „Besetzung“ oder mit „showcase cert issue“.</translation>
    </message>
    <message>
        <source>Have them trust our authority.crt; “showcase cert list” says where it lies.</source>
        <translation>Dort muss unserem authority.crt vertraut werden; „showcase cert list“ sagt, wo es liegt.</translation>
    </message>
    <message>
        <source>Switch TLS on at that port, or take `tls` out of the cast.</source>
        <translation>TLS an jenem Port einschalten, oder `tls` aus der Besetzung nehmen.</translation>
    </message>
    <message>
        <source>Compare both machines&apos; clocks.</source>
        <translation>Die Uhren beider Rechner vergleichen.</translation>
    </message>
    <message>
        <source>Name its authority&apos;s certificate in the cast, `tls: {ca: FILE}`.</source>
        <translation>Das Zertifikat ihrer Zertifizierungsstelle in der Besetzung nennen, `tls: {ca: FILE}`.</translation>
    </message>
    <message>
        <source>{who} broke off the TLS handshake without a reason.</source>
        <translation>{who} hat den TLS-Handshake ohne Grund abgebrochen.</translation>
    </message>
    <message>
        <source>Most likely it speaks no TLS on this port.</source>
        <translation>Wahrscheinlich spricht dieser Port kein TLS.</translation>
    </message>
    <message>
        <source>See that this is its TLS port, and that it trusts our booth authority.</source>
        <translation>Prüfen, ob dies der TLS-Port ist und ob unserer Stand-Zertifizierungsstelle vertraut wird.</translation>
    </message>
    <message>
        <source>The TLS handshake with {who} failed: {reason}.</source>
        <translation>Der TLS-Handshake mit {who} ist gescheitert: {reason}.</translation>
    </message>
    <message>
        <source>Look into that system&apos;s log: it may say more.</source>
        <translation>Das Protokoll jenes Systems ansehen: Es sagt vielleicht mehr.</translation>
    </message>
    <message>
        <source>{who} closed the connection right after the TLS handshake.</source>
        <translation>{who} hat die Verbindung gleich nach dem TLS-Handshake geschlossen.</translation>
    </message>
    <message>
        <source>Most likely it does not trust our booth authority.</source>
        <translation>Wahrscheinlich wird unserer Stand-Zertifizierungsstelle nicht vertraut.</translation>
    </message>
    <message>
        <source>{who} speaks no TLS on this port.</source>
        <translation>{who} spricht an diesem Port kein TLS.</translation>
    </message>
    <message>
        <source>{who} does not trust our booth authority.</source>
        <translation>{who} vertraut unserer Stand-Zertifizierungsstelle nicht.</translation>
    </message>
    <message>
        <source>{who} takes our certificate for expired.</source>
        <translation>{who} hält unser Zertifikat für abgelaufen.</translation>
    </message>
    <message>
        <source>Compare both machines&apos; clocks; “showcase cert list” says how long ours is good for.</source>
        <translation>Die Uhren beider Rechner vergleichen; „showcase cert list“ sagt, wie lange unseres gilt.</translation>
    </message>
    <message>
        <source>{who} asks for a certificate that we do not have.</source>
        <translation>{who} verlangt ein Zertifikat, das wir nicht haben.</translation>
    </message>
    <message>
        <source>{who} showed no certificate, and we talk to nobody who does not (ITI-19).</source>
        <translation>{who} hat kein Zertifikat gezeigt; ohne eines sprechen wir mit niemandem (ITI-19).</translation>
    </message>
    <message>
        <source>Have it show one to the server.</source>
        <translation>Es muss dem Server eines zeigen.</translation>
    </message>
    <message>
        <source>{who} speaks no TLS 1.2 or newer.</source>
        <translation>{who} spricht kein TLS 1.2 oder neuer.</translation>
    </message>
    <message>
        <source>{who} and we share no cipher suite.</source>
        <translation>{who} und wir haben keine gemeinsame Cipher-Suite.</translation>
    </message>
    <message>
        <source>{who} did not answer our TLS greeting within {seconds} seconds.</source>
        <translation>{who} hat auf unsere TLS-Begrüßung nicht innerhalb von {seconds} Sekunden geantwortet.</translation>
    </message>
    <message>
        <source>{role} turned a caller away.</source>
        <translation>{role} hat einen Anrufer abgewiesen.</translation>
    </message>
    <message>
        <source>Issue one with “showcase cert issue”, or set `standins: {tls: true}` in the cast.</source>
        <translation>Eines mit „showcase cert issue“ ausstellen, oder `standins: {tls: true}` in die Besetzung schreiben.</translation>
    </message>
    <message>
        <source>Have them switch TLS 1.2 on; older versions are broken (BCP 195).</source>
        <translation>Dort TLS 1.2 einschalten; ältere Versionen sind gebrochen (BCP 195).</translation>
    </message>
    <message>
        <source>Have them switch on TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 (BCP 195, ITI-19).</source>
        <translation>Dort TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 einschalten (BCP 195, ITI-19).</translation>
    </message>
    <message>
        <source>{who} refused the message: {why}.</source>
        <translation>{who} hat die Nachricht abgelehnt: {why}.</translation>
    </message>
    <message>
        <source>It says: {said}.</source>
        <translation>Es sagt: {said}.</translation>
    </message>
    <message>
        <source>Look at the message; compare its segments with what the receiver expects.</source>
        <translation>Die Nachricht ansehen; ihre Segmente mit dem vergleichen, was der Empfänger erwartet.</translation>
    </message>
    <message>
        <source>Ask for the value at the receiving system, or make the field optional there.</source>
        <translation>Am empfangenden System nach dem Wert fragen, oder das Feld dort freigeben.</translation>
    </message>
    <message>
        <source>Compare the value with the data type that the receiver expects.</source>
        <translation>Den Wert mit dem Datentyp vergleichen, den der Empfänger erwartet.</translation>
    </message>
    <message>
        <source>Add the code to the receiver&apos;s table, or send one that it knows.</source>
        <translation>Den Code in die Tabelle des Empfängers aufnehmen, oder einen bekannten senden.</translation>
    </message>
    <message>
        <source>Check that the message went to the right port, and what the receiver plays.</source>
        <translation>Prüfen, ob die Nachricht zum richtigen Port ging und was der Empfänger spielt.</translation>
    </message>
    <message>
        <source>Check that the receiver supports the event, or switch it on there.</source>
        <translation>Prüfen, ob der Empfänger das Ereignis unterstützt, oder es dort einschalten.</translation>
    </message>
    <message>
        <source>Let the receiver accept processing id T in MSH-11.</source>
        <translation>Den Empfänger Processing ID T in MSH-11 annehmen lassen.</translation>
    </message>
    <message>
        <source>Let the receiver accept the version in MSH-12.</source>
        <translation>Den Empfänger die Version in MSH-12 annehmen lassen.</translation>
    </message>
    <message>
        <source>Check that the patient or the order was sent there before.</source>
        <translation>Prüfen, ob Patientin oder Auftrag vorher dorthin gesendet wurden.</translation>
    </message>
    <message>
        <source>Start a new run, so that all identifiers are fresh.</source>
        <translation>Eine neue Führung beginnen, damit alle Kennungen frisch sind.</translation>
    </message>
    <message>
        <source>Close the record at the receiving system, and retry.</source>
        <translation>Den Datensatz am empfangenden System schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Look into the receiver&apos;s log, and retry.</source>
        <translation>Das Protokoll des Empfängers ansehen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Look at the answer, and into the receiver&apos;s log.</source>
        <translation>Die Antwort ansehen, und das Protokoll des Empfängers.</translation>
    </message>
    <message>
        <source>The answer is to message {said}, but {sent} was sent.</source>
        <translation>Die Antwort gilt Nachricht {said}, gesendet wurde aber {sent}.</translation>
    </message>
    <message>
        <source>The answer is to message {said}, but we sent {sent}.</source>
        <translation>Die Antwort gilt Nachricht {said}, gesendet wurde aber {sent}.</translation>
    </message>
    <message>
        <source>{who} rejects the association: {why}.</source>
        <translation>{who} weist die Assoziation zurück: {why}.</translation>
    </message>
    <message>
        <source>Correct the system&apos;s AE title in the cast.</source>
        <translation>Den AE Title des Systems in der Besetzung berichtigen.</translation>
    </message>
    <message>
        <source>Enter our AE title in that system&apos;s configuration.</source>
        <translation>Unseren AE Title in jenem System eintragen.</translation>
    </message>
    <message>
        <source>Wait a moment, then retry.</source>
        <translation>Einen Moment warten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close other connections to that system, then retry.</source>
        <translation>Andere Verbindungen zu jenem System schließen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{who} does not offer what we need (SOP class {class}).</source>
        <translation>{who} bietet nicht an, was wir brauchen (SOP-Klasse {class}).</translation>
    </message>
    <message>
        <source>Enable this SOP class in that system&apos;s configuration.</source>
        <translation>Diese SOP-Klasse in jenem System freischalten.</translation>
    </message>
    <message>
        <source>{who} does not accept a value we sent.</source>
        <translation>{who} nimmt einen gesendeten Wert nicht an.</translation>
    </message>
    <message>
        <source>{who} failed while it processed this.</source>
        <translation>{who} ist bei der Verarbeitung gescheitert.</translation>
    </message>
    <message>
        <source>{who} already has an object of this identity.</source>
        <translation>{who} hat schon ein Objekt mit dieser Kennung.</translation>
    </message>
    <message>
        <source>{who} does not know the object this is about.</source>
        <translation>{who} kennt das Objekt nicht, um das es geht.</translation>
    </message>
    <message>
        <source>{who} does not know this kind of object.</source>
        <translation>{who} kennt diese Art von Objekt nicht.</translation>
    </message>
    <message>
        <source>{who} misses an attribute.</source>
        <translation>{who} vermisst ein Attribut.</translation>
    </message>
    <message>
        <source>{who} misses a value.</source>
        <translation>{who} vermisst einen Wert.</translation>
    </message>
    <message>
        <source>{who} does not offer this service.</source>
        <translation>{who} bietet diesen Dienst nicht an.</translation>
    </message>
    <message>
        <source>{who} does not offer this action.</source>
        <translation>{who} bietet diese Aktion nicht an.</translation>
    </message>
    <message>
        <source>{who} does not allow us this.</source>
        <translation>{who} erlaubt uns das nicht.</translation>
    </message>
    <message>
        <source>{who} does not know this operation.</source>
        <translation>{who} kennt diese Operation nicht.</translation>
    </message>
    <message>
        <source>{who} says the request was malformed.</source>
        <translation>{who} hält die Anfrage für fehlerhaft.</translation>
    </message>
    <message>
        <source>{who} is out of resources.</source>
        <translation>{who} hat keine Ressourcen mehr.</translation>
    </message>
    <message>
        <source>{who} does not know the AE title that the images shall go to.</source>
        <translation>{who} kennt den AE Title nicht, an den die Bilder gehen sollen.</translation>
    </message>
    <message>
        <source>{who} could not count the matching images.</source>
        <translation>{who} konnte die passenden Bilder nicht zählen.</translation>
    </message>
    <message>
        <source>{who} could not send the images on.</source>
        <translation>{who} konnte die Bilder nicht weitersenden.</translation>
    </message>
    <message>
        <source>{who} could not do all of it.</source>
        <translation>{who} konnte nicht alles davon tun.</translation>
    </message>
    <message>
        <source>{who} stopped because it was asked to.</source>
        <translation>{who} hat aufgehört, weil darum gebeten wurde.</translation>
    </message>
    <message>
        <source>{who} found the dataset not to fit its class.</source>
        <translation>{who} findet, dass der Datensatz nicht zu seiner Klasse passt.</translation>
    </message>
    <message>
        <source>{who} cannot understand what we sent.</source>
        <translation>{who} versteht nicht, was gesendet wurde.</translation>
    </message>
    <message>
        <source>{who} said no.</source>
        <translation>{who} hat nein gesagt.</translation>
    </message>
    <message>
        <source>Look up the status in that system&apos;s conformance statement.</source>
        <translation>Den Status im Conformance Statement jenes Systems nachschlagen.</translation>
    </message>
    <message>
        <source>Compare the dataset with its log.</source>
        <translation>Den Datensatz mit dem dortigen Protokoll vergleichen.</translation>
    </message>
    <message>
        <source>Compare it with its log.</source>
        <translation>Mit dem dortigen Protokoll vergleichen.</translation>
    </message>
    <message>
        <source>Look into that system&apos;s log.</source>
        <translation>Das Protokoll jenes Systems ansehen.</translation>
    </message>
    <message>
        <source>Start again with a fresh patient.</source>
        <translation>Mit einer neuen Patientin beginnen.</translation>
    </message>
    <message>
        <source>Send it the object first.</source>
        <translation>Zuerst das Objekt dorthin senden.</translation>
    </message>
    <message>
        <source>Enable the service there.</source>
        <translation>Den Dienst dort freischalten.</translation>
    </message>
    <message>
        <source>Add our AE title to those it trusts.</source>
        <translation>Unseren AE Title dort zu den vertrauten hinzufügen.</translation>
    </message>
    <message>
        <source>Free space there, then retry.</source>
        <translation>Dort Platz schaffen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Enter our AE title, host and port among its destinations.</source>
        <translation>Unseren AE Title, Rechner und Port dort unter den Zielen eintragen.</translation>
    </message>
    <message>
        <source>Check its entry for the destination.</source>
        <translation>Den dortigen Eintrag für das Ziel prüfen.</translation>
    </message>
    <message>
        <source>Retry when you are ready.</source>
        <translation>Noch einmal versuchen, sobald alles bereit ist.</translation>
    </message>
    <message>
        <source>{who} says that this procedure step has ended already.</source>
        <translation>{who} sagt, dass dieser Arbeitsschritt schon beendet ist.</translation>
    </message>
    <message>
        <source>{who} does not take responsibility for {count} of the images.</source>
        <translation>{who} übernimmt für {count} der Bilder keine Verantwortung.</translation>
    </message>
    <message>
        <source>{who} could not send {count} of the images.</source>
        <translation>{who} konnte {count} der Bilder nicht senden.</translation>
    </message>
    <message>
        <source>Send the images again, then ask once more.</source>
        <translation>Die Bilder noch einmal senden, dann noch einmal fragen.</translation>
    </message>
    <message>
        <source>Check its entry for our AE title, host and port.</source>
        <translation>Den dortigen Eintrag für unseren AE Title, Rechner und Port prüfen.</translation>
    </message>
    <message>
        <source>{who} answered with HTTP error {number}, without a reason.</source>
        <translation>{who} hat mit HTTP-Fehler {number} geantwortet, ohne Begründung.</translation>
    </message>
    <message>
        <source>Correct the URL in the cast.</source>
        <translation>Die URL in der Besetzung berichtigen.</translation>
    </message>
    <message>
        <source>{who} takes this at another address (HTTP {number}).</source>
        <translation>{who} nimmt das unter einer anderen Adresse an (HTTP {number}).</translation>
    </message>
    <message>
        <source>Correct the URL in the cast: {address}.</source>
        <translation>Die URL in der Besetzung berichtigen: {address}.</translation>
    </message>
    <message>
        <source>Correct the URL in the cast: ask for the right one.</source>
        <translation>Die URL in der Besetzung berichtigen: nach der richtigen fragen.</translation>
    </message>
    <message>
        <source>The answer is empty (HTTP {status}).</source>
        <translation>Die Antwort ist leer (HTTP {status}).</translation>
    </message>
    <message>
        <source>Let that system answer on the same connection, not later and elsewhere.</source>
        <translation>Jenes System auf derselben Verbindung antworten lassen, nicht später und anderswo.</translation>
    </message>
    <message>
        <source>Look into that system&apos;s log; the request is in the panel of this hop.</source>
        <translation>Das Protokoll jenes Systems ansehen; die Anfrage steht in der Ansicht dieses Schritts.</translation>
    </message>
    <message>
        <source>{who} says that the request itself is wrong.</source>
        <translation>{who} hält die Anfrage selbst für falsch.</translation>
    </message>
    <message>
        <source>{who} does not understand a header that it must.</source>
        <translation>{who} versteht einen Kopf nicht, den es verstehen muss.</translation>
    </message>
    <message>
        <source>{who} speaks another version of SOAP.</source>
        <translation>{who} spricht eine andere Version von SOAP.</translation>
    </message>
    <message>
        <source>{who} failed while it handled the request.</source>
        <translation>{who} ist an der Anfrage gescheitert.</translation>
    </message>
    <message>
        <source>{who} did not do it, and gives no reason.</source>
        <translation>{who} hat es nicht getan und nennt keinen Grund.</translation>
    </message>
    <message>
        <source>{who} did not do it.</source>
        <translation>{who} hat es nicht getan.</translation>
    </message>
    <message>
        <source>Only part of it was done.</source>
        <translation>Nur ein Teil wurde erledigt.</translation>
    </message>
    <message>
        <source>The registry does not know this patient.</source>
        <translation>Das Verzeichnis kennt diese Patientin nicht.</translation>
    </message>
    <message>
        <source>Register her first: her identity must reach the registry by ITI-8 before a document can.</source>
        <translation>Sie zuerst anmelden: Ihre Identität muss das Verzeichnis mit ITI-8 erreichen, bevor es ein Dokument kann.</translation>
    </message>
    <message>
        <source>The repository could not reach its registry.</source>
        <translation>Das Repository hat sein Verzeichnis nicht erreicht.</translation>
    </message>
    <message>
        <source>Start the registry, or correct its address in the cast.</source>
        <translation>Das Verzeichnis starten, oder seine Adresse in der Besetzung berichtigen.</translation>
    </message>
    <message>
        <source>The registry is busy.</source>
        <translation>Das Verzeichnis ist beschäftigt.</translation>
    </message>
    <message>
        <source>The repository is busy.</source>
        <translation>Das Repository ist beschäftigt.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The registry failed inside.</source>
        <translation>Das Verzeichnis ist intern gescheitert.</translation>
    </message>
    <message>
        <source>The repository failed inside.</source>
        <translation>Das Repository ist intern gescheitert.</translation>
    </message>
    <message>
        <source>The repository has no document under this unique id.</source>
        <translation>Das Repository hat kein Dokument unter dieser Kennung.</translation>
    </message>
    <message>
        <source>Check that the document was stored there, and the unique id.</source>
        <translation>Prüfen, ob das Dokument dort abgelegt wurde, und die Kennung.</translation>
    </message>
    <message>
        <source>The answer is SOAP, but not what was asked for.</source>
        <translation>Die Antwort ist SOAP, aber nicht das, wonach gefragt wurde.</translation>
    </message>
    <message>
        <source>Check that the URL in the cast leads to this transaction&apos;s endpoint.</source>
        <translation>Prüfen, ob die URL in der Besetzung zum Endpunkt dieser Transaktion führt.</translation>
    </message>
    <message>
        <source>Leave the header out, or use a system that knows it.</source>
        <translation>Den Kopf weglassen, oder ein System verwenden, das ihn kennt.</translation>
    </message>
    <message>
        <source>Set it to SOAP 1.2.</source>
        <translation>Auf SOAP 1.2 einstellen.</translation>
    </message>
    <message>
        <source>{sender} sent the right message, but {differences}.</source>
        <translation>{sender} hat die richtige Nachricht gesendet, aber: {differences}.</translation>
    </message>
    <message>
        <source>{who}: register {patient} and send the identity feed to {whom}.</source>
        <translation>{who}: {patient} anmelden und die Identität an {whom} senden.</translation>
    </message>
    <message>
        <source>{who}: ask {whom} for the identifiers of {patient}.</source>
        <translation>{who}: {whom} nach den Kennungen von {patient} fragen.</translation>
    </message>
    <message>
        <source>{who}: ask {whom} for the documents of {patient}.</source>
        <translation>{who}: {whom} nach den Dokumenten von {patient} fragen.</translation>
    </message>
    <message>
        <source>{who}: register {patient} and send the admission to {whom}.</source>
        <translation>{who}: {patient} aufnehmen und die Aufnahme an {whom} senden.</translation>
    </message>
    <message>
        <source>{who}: share the document about {patient} with {whom}.</source>
        <translation>{who}: das Dokument über {patient} mit {whom} teilen.</translation>
    </message>
    <message>
        <source>{who}: fetch the document about {patient} from {whom}.</source>
        <translation>{who}: das Dokument über {patient} von {whom} holen.</translation>
    </message>
    <message>
        <source>{who}: order for {patient}, and send the order to {whom}.</source>
        <translation>{who}: für {patient} anfordern und den Auftrag an {whom} senden.</translation>
    </message>
    <message>
        <source>{who}: schedule the examination of {patient}, and tell {whom}.</source>
        <translation>{who}: die Untersuchung von {patient} einplanen und {whom} melden.</translation>
    </message>
    <message>
        <source>{who}: ask {whom} for the worklist, and pick {patient}.</source>
        <translation>{who}: {whom} nach der Arbeitsliste fragen und {patient} wählen.</translation>
    </message>
    <message>
        <source>{who}: begin the examination of {patient}, and tell {whom}.</source>
        <translation>{who}: die Untersuchung von {patient} beginnen und {whom} melden.</translation>
    </message>
    <message>
        <source>{who}: complete the examination of {patient}, and tell {whom}.</source>
        <translation>{who}: die Untersuchung von {patient} abschließen und {whom} melden.</translation>
    </message>
    <message>
        <source>{who}: send the images of {patient} to {whom}.</source>
        <translation>{who}: die Bilder von {patient} an {whom} senden.</translation>
    </message>
    <message>
        <source>{who}: ask {whom} to commit to the images of {patient}.</source>
        <translation>{who}: {whom} um die Zusage für die Bilder von {patient} bitten.</translation>
    </message>
    <message>
        <source>{who}: ask {whom} for the studies of {patient}.</source>
        <translation>{who}: {whom} nach den Studien von {patient} fragen.</translation>
    </message>
    <message>
        <source>{who}: retrieve the images of {patient} from {whom}.</source>
        <translation>{who}: die Bilder von {patient} von {whom} abrufen.</translation>
    </message>
    <message>
        <source>{who}: send the report about {patient} to {whom}.</source>
        <translation>{who}: den Befund über {patient} an {whom} senden.</translation>
    </message>
    <message>
        <source>{who}: send {transaction} about {patient} to {whom}.</source>
        <translation>{who}: {transaction} über {patient} an {whom} senden.</translation>
    </message>
    <message>
        <source>a segment is missing or stands in the wrong place</source>
        <translation>ein Segment fehlt oder steht an der falschen Stelle</translation>
    </message>
    <message>
        <source>it lacks a field that the receiver requires</source>
        <translation>es fehlt ein Feld, das der Empfänger verlangt</translation>
    </message>
    <message>
        <source>a value has the wrong format</source>
        <translation>ein Wert hat das falsche Format</translation>
    </message>
    <message>
        <source>it uses a code that the receiver does not know</source>
        <translation>sie verwendet einen Code, den der Empfänger nicht kennt</translation>
    </message>
    <message>
        <source>it does not take this kind of message</source>
        <translation>diese Art von Nachricht wird nicht angenommen</translation>
    </message>
    <message>
        <source>it does not take this event</source>
        <translation>dieses Ereignis wird nicht angenommen</translation>
    </message>
    <message>
        <source>it does not take training messages</source>
        <translation>Übungsnachrichten werden nicht angenommen</translation>
    </message>
    <message>
        <source>it does not take this HL7 version</source>
        <translation>diese HL7-Version wird nicht angenommen</translation>
    </message>
    <message>
        <source>it does not know an identifier in it</source>
        <translation>eine Kennung darin ist dort unbekannt</translation>
    </message>
    <message>
        <source>it knows that identifier already</source>
        <translation>diese Kennung ist dort schon bekannt</translation>
    </message>
    <message>
        <source>the record is locked there</source>
        <translation>der Datensatz ist dort gesperrt</translation>
    </message>
    <message>
        <source>it failed inside</source>
        <translation>es ist dort intern gescheitert</translation>
    </message>
    <message>
        <source>it does not say why in a way that we know</source>
        <translation>der Grund ist nicht verständlich angegeben</translation>
    </message>
    <message>
        <source>called AE title not recognised</source>
        <translation>der gerufene AE Title ist dort unbekannt</translation>
    </message>
    <message>
        <source>calling AE title not recognised</source>
        <translation>unser AE Title ist dort unbekannt</translation>
    </message>
    <message>
        <source>temporary congestion</source>
        <translation>vorübergehend überlastet</translation>
    </message>
    <message>
        <source>local limit exceeded</source>
        <translation>dortige Grenze überschritten</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>ohne Begründung</translation>
    </message>
    <message>
        <source>accession number {one} instead of {other}</source>
        <translation>Auftragsnummer {one} statt {other}</translation>
    </message>
    <message>
        <source>patient identifier {one} instead of {other}</source>
        <translation>Patientenkennung {one} statt {other}</translation>
    </message>
    <message>
        <source>Study Instance UID {one} instead of {other}</source>
        <translation>Study Instance UID {one} statt {other}</translation>
    </message>
    <message>
        <source>document {one} instead of {other}</source>
        <translation>Dokument {one} statt {other}</translation>
    </message>
    <message>
        <source>patient {one} instead of {other}</source>
        <translation>Patientin {one} statt {other}</translation>
    </message>
    <message>
        <source>no accession number instead of {other}</source>
        <translation>keine Auftragsnummer statt {other}</translation>
    </message>
    <message>
        <source>no patient identifier instead of {other}</source>
        <translation>keine Patientenkennung statt {other}</translation>
    </message>
    <message>
        <source>no Study Instance UID instead of {other}</source>
        <translation>keine Study Instance UID statt {other}</translation>
    </message>
    <message>
        <source>{name} at {address}</source>
        <translation>{name} unter {address}</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patientin</translation>
    </message>
    <message>
        <source>Patient ID ({domain})</source>
        <translation>Patienten-ID ({domain})</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patienten-ID</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>patient identifier</source>
        <translation>Patientenkennung</translation>
    </message>
    <message>
        <source>patient name</source>
        <translation>Patientenname</translation>
    </message>
    <message>
        <source>placer order number</source>
        <translation>Auftragsnummer des Zuweisers</translation>
    </message>
    <message>
        <source>accession number</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>document unique id</source>
        <translation>Dokumentkennung</translation>
    </message>
    <message>
        <source>document SHA-1</source>
        <translation>SHA-1 des Dokuments</translation>
    </message>
    <message>
        <source>document title</source>
        <translation>Dokumenttitel</translation>
    </message>
    <message>
        <source>report text</source>
        <translation>Befundtext</translation>
    </message>
    <message>
        <source>Ready: {ready} of {all}.</source>
        <translation>Bereit: {ready} von {all}.</translation>
    </message>
    <message>
        <source>{lost}, a stand-in will play.</source>
        <translation>{lost}; ein Ersatzsystem spielt.</translation>
    </message>
    <message>
        <source>{lost}, stand-ins will play.</source>
        <translation>{lost}; Ersatzsysteme spielen.</translation>
    </message>
    <message>
        <source>{name} cannot open its port: {why}</source>
        <translation>{name} kann seinen Port nicht öffnen: {why}</translation>
    </message>
    <message>
        <source>{address} does not even refuse: nothing came back.</source>
        <translation>{address} lehnt nicht einmal ab: Es kam nichts zurück.</translation>
    </message>
    <message>
        <source>Check the cable and the address; a firewall may swallow what we send.</source>
        <translation>Kabel und Adresse prüfen; vielleicht verschluckt eine Firewall, was wir senden.</translation>
    </message>
    <message>
        <source>{address} was not done within {seconds} seconds.</source>
        <translation>{address} war nach {seconds} Sekunden nicht fertig.</translation>
    </message>
    <message>
        <source>Ask that system alone, and look at the network.</source>
        <translation>Dieses System allein fragen, und das Netz ansehen.</translation>
    </message>
    <message>
        <source>Its certificate ends {day}.</source>
        <translation>Sein Zertifikat endet {day}.</translation>
    </message>
    <message>
        <source>It does not ask who calls.</source>
        <translation>Es fragt nicht, wer anruft.</translation>
    </message>
    <message>
        <source>{version}; {subject}, from {issuer}, until {day}.</source>
        <translation>{version}; {subject}, von {issuer}, bis {day}.</translation>
    </message>
    <message>
        <source>Have them install a new one; “showcase cert issue” makes one of ours.</source>
        <translation>Dort ein neues installieren lassen; „showcase cert issue“ stellt eines von uns aus.</translation>
    </message>
    <message>
        <source>Have them demand a certificate of their callers: ITI-19 wants both sides to show one.</source>
        <translation>Dort von Anrufern ein Zertifikat verlangen lassen: ITI-19 will, dass beide Seiten eines zeigen.</translation>
    </message>
    <message>
        <source>{address} takes the connection but answers no HL7 message within {seconds} seconds.</source>
        <translation>{address} nimmt die Verbindung an, beantwortet aber innerhalb von {seconds} Sekunden keine HL7-Nachricht.</translation>
    </message>
    <message>
        <source>See that its receiver runs, and that it answers messages it does not know with AR (HL7 v2.5, 2.9.2.2).</source>
        <translation>Nachsehen, ob sein Empfänger läuft, und ob er ihm unbekannte Nachrichten mit AR beantwortet (HL7 v2.5, 2.9.2.2).</translation>
    </message>
    <message>
        <source>As {caller}: {said}</source>
        <translation>Als {caller}: {said}</translation>
    </message>
    <message>
        <source>{peer} does not offer {caller} what the story needs: {names}.</source>
        <translation>{peer} bietet {caller} nicht an, was die Geschichte braucht: {names}.</translation>
    </message>
    <message>
        <source>Enable it in that system, or take the transaction out of `takes:`.</source>
        <translation>Dort einschalten, oder die Transaktion aus `takes:` nehmen.</translation>
    </message>
    <message>
        <source>{peer} takes the association but not C-ECHO.</source>
        <translation>{peer} nimmt die Assoziation an, aber nicht C-ECHO.</translation>
    </message>
    <message>
        <source>Every application entity that accepts associations shall (PS3.4 A.2).</source>
        <translation>Jede Application Entity, die Assoziationen annimmt, muss es (PS3.4 A.2).</translation>
    </message>
    <message>
        <source>{peer} answers C-ECHO with {status}.</source>
        <translation>{peer} beantwortet C-ECHO mit {status}.</translation>
    </message>
    <message>
        <source>It answers with HTTP {status}, and no SOAP.</source>
        <translation>Es antwortet mit HTTP {status} statt mit SOAP.</translation>
    </message>
    <message>
        <source>Look into that system&apos;s log, and check the URL in the cast.</source>
        <translation>Das Protokoll jenes Systems ansehen, und die URL in der Besetzung prüfen.</translation>
    </message>
    <message>
        <source>A web server answers, but there is nothing at {url}.</source>
        <translation>Ein Webserver antwortet, aber unter {url} ist nichts.</translation>
    </message>
    <message>
        <source>Correct the path of the URL in the cast.</source>
        <translation>Den Pfad der URL in der Besetzung berichtigen.</translation>
    </message>
    <message>
        <source>A web server answers, and sends us to another address (HTTP {status}).</source>
        <translation>Ein Webserver antwortet und schickt uns zu einer anderen Adresse (HTTP {status}).</translation>
    </message>
    <message>
        <source>It speaks SOAP 1.1 and no newer one.</source>
        <translation>Es spricht SOAP 1.1 und kein neueres.</translation>
    </message>
    <message>
        <source>Have them set it to SOAP 1.2 (IHE ITI TF-2 V.3.1).</source>
        <translation>Dort auf SOAP 1.2 umstellen lassen (IHE ITI TF-2 V.3.1).</translation>
    </message>
    <message>
        <source>It wants a login (HTTP 401).</source>
        <translation>Es verlangt eine Anmeldung (HTTP 401).</translation>
    </message>
    <message>
        <source>It lets us in nowhere (HTTP 403).</source>
        <translation>Es lässt uns nirgends hinein (HTTP 403).</translation>
    </message>
    <message>
        <source>Have them open it to our address.</source>
        <translation>Dort unsere Adresse zulassen lassen.</translation>
    </message>
    <message>
        <source>It answers with a page, and no SOAP.</source>
        <translation>Es antwortet mit einer Seite statt mit SOAP.</translation>
    </message>
    <message>
        <source>Correct the URL in the cast: this one is for people.</source>
        <translation>Die URL in der Besetzung berichtigen: Diese ist für Menschen.</translation>
    </message>
    <message>
        <source>Our clock is {much} ahead of {whose}.</source>
        <translation>Unsere Uhr geht {much} vor gegenüber {whose}.</translation>
    </message>
    <message>
        <source>Our clock is {much} behind {whose}.</source>
        <translation>Unsere Uhr geht {much} nach gegenüber {whose}.</translation>
    </message>
    <message>
        <source>Point that machine at the booth&apos;s time server (ITI-1).</source>
        <translation>Jenen Rechner auf den Zeitserver des Standes einstellen (ITI-1).</translation>
    </message>
    <message>
        <source>The time server {address} does not answer.</source>
        <translation>Der Zeitserver {address} antwortet nicht.</translation>
    </message>
    <message>
        <source>Check its address under `time_server:`; a firewall may hold UDP 123 back.</source>
        <translation>Seine Adresse unter `time_server:` prüfen; vielleicht hält eine Firewall UDP 123 zurück.</translation>
    </message>
    <message>
        <source>The time server {address} gives no time: {why}.</source>
        <translation>Der Zeitserver {address} nennt keine Zeit: {why}.</translation>
    </message>
    <message>
        <source>The time server {address} gives no time.</source>
        <translation>Der Zeitserver {address} nennt keine Zeit.</translation>
    </message>
    <message>
        <source>Look at that server, or name another one under `time_server:`.</source>
        <translation>Jenen Server ansehen, oder unter `time_server:` einen anderen nennen.</translation>
    </message>
    <message>
        <source>Another program holds port {port}.</source>
        <translation>Ein anderes Programm belegt Port {port}.</translation>
    </message>
    <message>
        <source>Stop it, or give the stand-in another port in the cast.</source>
        <translation>Es beenden, oder dem Ersatzsystem in der Besetzung einen anderen Port geben.</translation>
    </message>
    <message>
        <source>This machine cannot listen at {host}: {why}.</source>
        <translation>Dieser Rechner kann unter {host} nicht horchen: {why}.</translation>
    </message>
    <message>
        <source>Correct `standins: {host: …}` in the cast: an address of this machine, or 127.0.0.1.</source>
        <translation>In der Besetzung `standins: {host: …}` berichtigen: eine Adresse dieses Rechners, oder 127.0.0.1.</translation>
    </message>
    <message>
        <source>{name} not found</source>
        <translation>{name} nicht gefunden</translation>
    </message>
    <message>
        <source>{name} unreachable</source>
        <translation>{name} nicht erreichbar</translation>
    </message>
    <message>
        <source>{name} not to be trusted</source>
        <translation>{name} nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>{name} not answering as it should</source>
        <translation>{name} antwortet nicht, wie es soll</translation>
    </message>
    <message>
        <source>{name} without a clock</source>
        <translation>{name} ohne Uhr</translation>
    </message>
    <message>
        <source>its clock</source>
        <translation>seiner Uhr</translation>
    </message>
    <message>
        <source>{number} seconds</source>
        <translation>{number} Sekunden</translation>
    </message>
    <message>
        <source>{number} minutes</source>
        <translation>{number} Minuten</translation>
    </message>
    <message>
        <source>{number} hours</source>
        <translation>{number} Stunden</translation>
    </message>
    <message>
        <source>Usual ports are taken: {who} listens elsewhere.</source>
        <translation>Gewohnte Ports sind belegt: {who} horcht anderswo.</translation>
    </message>
    <message>
        <source>Usual ports are taken: {who} listen elsewhere.</source>
        <translation>Gewohnte Ports sind belegt: {who} horchen anderswo.</translation>
    </message>
    <message>
        <source>Usual ports are taken: {count} stand-ins listen elsewhere.</source>
        <translation>Gewohnte Ports sind belegt: {count} Ersatzsysteme horchen anderswo.</translation>
    </message>
    <message>
        <source>Is another copy of Showcase running? Vendors expect the usual ports.</source>
        <translation>Läuft Showcase ein zweites Mal? Hersteller erwarten die gewohnten Ports.</translation>
    </message>
    <message>
        <source>The stand-ins move to the other network with the next patient.</source>
        <translation>Die Ersatzsysteme wechseln mit dem nächsten Menschen in das andere Netz.</translation>
    </message>
    <message>
        <source>Press New patient (N) when this tour is over.</source>
        <translation>N drücken, wenn diese Führung vorbei ist.</translation>
    </message>
    <message>
        <source>The disk is full: the show goes on, and what happens is kept in memory until there is room.</source>
        <translation>Die Festplatte ist voll: Die Vorführung geht weiter, und was geschieht, bleibt im Speicher, bis Platz ist.</translation>
    </message>
    <message>
        <source>Free some space on the disk of {where}.</source>
        <translation>Platz schaffen auf dem Laufwerk von {where}.</translation>
    </message>
    <message>
        <source>Free some memory.</source>
        <translation>Arbeitsspeicher freigeben.</translation>
    </message>
    <message>
        <source>The journal cannot be written: the show goes on, and what happens is kept in memory until it can.</source>
        <translation>Das Journal lässt sich nicht schreiben: Die Vorführung geht weiter, und was geschieht, bleibt im Speicher, bis es geht.</translation>
    </message>
    <message>
        <source>Make {path} and its folder writable again.</source>
        <translation>{path} und seinen Ordner wieder beschreibbar machen.</translation>
    </message>
    <message>
        <source>Another program holds the journal: the show goes on, and what happens is kept in memory until it lets go.</source>
        <translation>Ein anderes Programm hält das Journal: Die Vorführung geht weiter, und was geschieht, bleibt im Speicher, bis es loslässt.</translation>
    </message>
    <message>
        <source>Close whatever else has {path} open.</source>
        <translation>Schließen, was {path} sonst noch offen hat.</translation>
    </message>
    <message>
        <source>The journal&apos;s file is damaged: the show goes on, and what happens is kept in memory until there is a new one.</source>
        <translation>Die Datei des Journals ist beschädigt: Die Vorführung geht weiter, und was geschieht, bleibt im Speicher, bis es eine neue gibt.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Nichts ist zu tun.</translation>
    </message>
    <message>
        <source>The disk fails ({error}): the show goes on, and what happens is kept in memory until it works.</source>
        <translation>Die Festplatte versagt ({error}): Die Vorführung geht weiter, und was geschieht, bleibt im Speicher, bis sie arbeitet.</translation>
    </message>
    <message>
        <source>Look after the disk of {where}; plug it in again, if it can be.</source>
        <translation>Nach dem Laufwerk von {where} sehen; es neu anstecken, wenn das geht.</translation>
    </message>
    <message>
        <source>The journal is being written again, and holds everything that was shown.</source>
        <translation>Das Journal wird wieder geschrieben und enthält alles, was zu sehen war.</translation>
    </message>
    <message>
        <source>Memory was full as well: {count} exchanges have lost their bytes.</source>
        <translation>Auch der Speicher war voll: {count} Austausche haben ihre Bytes verloren.</translation>
    </message>
    <message>
        <source>The journal was damaged.</source>
        <translation>Das Journal war beschädigt.</translation>
    </message>
    <message>
        <source>The journal was damaged while it was in use.</source>
        <translation>Das Journal wurde beschädigt, während es in Gebrauch war.</translation>
    </message>
    <message>
        <source>It was set aside as {name}, and a new journal begun.</source>
        <translation>Es liegt nun beiseite als {name}, und ein neues Journal ist begonnen.</translation>
    </message>
    <message>
        <source>Keep that file, should its runs be wanted; it is in {folder}.</source>
        <translation>Diese Datei aufheben, falls ihre Läufe noch gebraucht werden; sie liegt in {folder}.</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}: the show goes on, and what happens is kept in memory, until the program ends.</source>
        <translation>In {folder} lässt sich nichts schreiben: Die Vorführung geht weiter, und was geschieht, bleibt im Speicher, bis das Programm endet.</translation>
    </message>
    <message>
        <source>Make that folder writable, or free its disk; or name a journal with --journal.</source>
        <translation>Den Ordner beschreibbar machen oder Platz schaffen; oder mit --journal ein anderes Journal nennen.</translation>
    </message>
    <message>
        <source>The journal is larger than {size} GB: the recorded bytes of the oldest tour were let go.</source>
        <translation>Das Journal ist größer als {size} GB: Die aufgezeichneten Bytes der ältesten Führung sind gelöscht.</translation>
    </message>
    <message>
        <source>The journal is larger than {size} GB: the recorded bytes of the {count} oldest tours were let go.</source>
        <translation>Das Journal ist größer als {size} GB: Die aufgezeichneten Bytes der {count} ältesten Führungen sind gelöscht.</translation>
    </message>
    <message>
        <source>What happened in them is still there.</source>
        <translation>Was in ihnen geschah, ist noch da.</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>To keep more, set SHOWCASE_JOURNAL_GB; `showcase export` keeps a tour whole.</source>
        <translation>Um mehr zu behalten, SHOWCASE_JOURNAL_GB setzen; `showcase export` hebt eine Führung ganz auf.</translation>
    </message>
    <message>
        <source>{who} ({role}) did not receive: {what}.</source>
        <translation>{who} ({role}) hat nicht erhalten: {what}.</translation>
    </message>
    <message>
        <source>To send it again, choose {steps} and press GO; or play on without it.</source>
        <translation>Um es erneut zu senden, {steps} wählen und GO drücken; oder ohne das weiterspielen.</translation>
    </message>
    <message>
        <source>Have it sent again, or play on without it.</source>
        <translation>Es erneut senden lassen, oder ohne das weiterspielen.</translation>
    </message>
    <message>
        <source>The engine stopped in the middle of {step}.</source>
        <translation>Die Engine hielt mitten in {step}.</translation>
    </message>
    <message>
        <source>The engine stopped between two steps.</source>
        <translation>Die Engine hielt zwischen zwei Schritten.</translation>
    </message>
    <message>
        <source>It is back; nothing that was shown is lost.</source>
        <translation>Sie ist zurück; nichts, was zu sehen war, ist verloren.</translation>
    </message>
    <message>
        <source>The tour of {who} was cut off, and cannot go on: {why}</source>
        <translation>Die Führung mit {who} wurde abgeschnitten und kann nicht weitergehen: {why}</translation>
    </message>
    <message>
        <source>Begin the next tour (N).</source>
        <translation>Die nächste Führung beginnen (N).</translation>
    </message>
    <message>
        <source>The story was changed on disk after this tour began; the tour goes on as it began.</source>
        <translation>Die Geschichte wurde geändert, nachdem diese Führung begann; sie geht weiter, wie sie begann.</translation>
    </message>
    <message>
        <source>The cast was changed on disk: {role} is now played by {who}, as the file says.</source>
        <translation>Die Besetzung wurde geändert: {role} wird nun von {who} gespielt, wie die Datei es sagt.</translation>
    </message>
    <message>
        <source>The answer to {transaction} may not have arrived.</source>
        <translation>Die Antwort auf {transaction} ist vielleicht nicht angekommen.</translation>
    </message>
    <message>
        <source>It may be sent once more; that is harmless.</source>
        <translation>Es darf noch einmal gesendet werden; das schadet nicht.</translation>
    </message>
    <message>
        <source>{who} turned a caller away.</source>
        <translation>{who} hat einen Anrufer abgewiesen.</translation>
    </message>
    <message>
        <source>A tap cannot follow what {who} says.</source>
        <translation>Ein Abgriff kann nicht verfolgen, was {who} sagt.</translation>
    </message>
    <message>
        <source>It is passed on unseen.</source>
        <translation>Es wird ungesehen weitergegeben.</translation>
    </message>
    <message>
        <source>The story {name} has faults and cannot be played.</source>
        <translation>Die Geschichte {name} hat Fehler und kann nicht gespielt werden.</translation>
    </message>
    <message>
        <source>A translation of the story {name} has faults.</source>
        <translation>Eine Übersetzung der Geschichte {name} hat Fehler.</translation>
    </message>
</context>
<context>
    <name>FieldCell</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
</context>
<context>
    <name>FieldGroup</name>
    <message>
        <source>Fold %1</source>
        <translation>%1 zuklappen</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>%1 aufklappen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Nicht weiter fragen</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>{count} found</source>
        <translation>{count} gefunden</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>{value}: in {count} exchanges</source>
        <translation>{value}: in {count} Austauschen</translation>
    </message>
    <message>
        <source>{value}: in {count} exchanges; audit records: {records}</source>
        <translation>{value}: in {count} Austauschen; Protokolleinträge: {records}</translation>
    </message>
    <message>
        <source>in the response</source>
        <translation>in der Antwort</translation>
    </message>
    <message>
        <source>in the bytes, at {offset}</source>
        <translation>in den Bytes, bei {offset}</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>{count} lines differ</source>
        <translation>{count} Zeilen unterscheiden sich</translation>
    </message>
    <message>
        <source>The same, to the last byte</source>
        <translation>Gleich, bis aufs letzte Byte</translation>
    </message>
    <message>
        <source>No line differs</source>
        <translation>Keine Zeile unterscheidet sich</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
</context>
<context>
    <name>FinderPane</name>
    <message>
        <source>Looking …</source>
        <translation>Es wird gesucht …</translation>
    </message>
    <message>
        <source>Back to the exchange</source>
        <translation>Zurück zum Austausch</translation>
    </message>
    <message>
        <source>Each word must begin a word of a name, a number, a UID or a text that was exchanged.</source>
        <translation>Jedes Wort muss ein Wort eines Namens, einer Nummer, einer UID oder eines ausgetauschten Texts beginnen.</translation>
    </message>
</context>
<context>
    <name>FoundLine</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>GoButton</name>
    <message>
        <source>GO, %1</source>
        <translation>GO, %1</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
</context>
<context>
    <name>Holding</name>
    <message>
        <source>One patient. Many systems. Every message real.</source>
        <translation>Ein Mensch. Viele Systeme. Jede Nachricht echt.</translation>
    </message>
    <message>
        <source>The next tour begins in a moment.</source>
        <translation>Die nächste Führung beginnt gleich.</translation>
    </message>
    <message>
        <source>Showcase</source>
        <translation>Showcase</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
</context>
<context>
    <name>Hop</name>
    <message>
        <source>Not a byte was exchanged.</source>
        <translation>Kein Byte wurde ausgetauscht.</translation>
    </message>
    <message>
        <source>{sent} out, {received} back</source>
        <translation>{sent} hin, {received} zurück</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Bytes</translation>
    </message>
</context>
<context>
    <name>HopHead</name>
    <message>
        <source>Back to a column</source>
        <translation>Zurück zur Spalte</translation>
    </message>
    <message>
        <source>Both sides beside each other, with all bytes</source>
        <translation>Beide Seiten nebeneinander, mit allen Bytes</translation>
    </message>
    <message>
        <source>Show the newest exchange again</source>
        <translation>Wieder den neuesten Austausch zeigen</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>neuester</translation>
    </message>
    <message>
        <source>chosen to compare</source>
        <translation>zum Vergleich gewählt</translation>
    </message>
    <message>
        <source>compare …</source>
        <translation>vergleichen …</translation>
    </message>
    <message>
        <source>compare with it</source>
        <translation>damit vergleichen</translation>
    </message>
    <message>
        <source>Choose this exchange to compare another with</source>
        <translation>Diesen Austausch wählen, um einen anderen damit zu vergleichen</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Mit %1 vergleichen</translation>
    </message>
</context>
<context>
    <name>HopLine</name>
    <message>
        <source>%1 from %2 to %3, %4</source>
        <translation>%1 von %2 an %3, %4</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 auswählen</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>HostCard</name>
    <message>
        <source>Address of this machine</source>
        <translation>Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>Only this machine reaches 127.0.0.1. For the booth network press:</source>
        <translation>127.0.0.1 erreicht nur dieser Rechner. Für das Standnetz drücken:</translation>
    </message>
    <message>
        <source>Only this machine reaches 127.0.0.1. Enter its address on the booth network.</source>
        <translation>127.0.0.1 erreicht nur dieser Rechner. Bitte seine Adresse im Standnetz eingeben.</translation>
    </message>
    <message>
        <source>Listen at %1</source>
        <translation>Unter %1 erreichbar sein</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
</context>
<context>
    <name>InspectorPane</name>
    <message>
        <source>Search all runs</source>
        <translation>Alle Läufe durchsuchen</translation>
    </message>
    <message>
        <source>Search all runs: name, number, UID, text  (Ctrl F)</source>
        <translation>Alle Läufe: Name, Nummer, UID, Text  (Strg F)</translation>
    </message>
    <message>
        <source>Nothing to look into yet</source>
        <translation>Noch nichts zum Nachsehen</translation>
    </message>
    <message>
        <source>The bytes of every transaction appear here as soon as it is acknowledged. Choose a cue that was played to stay with it.</source>
        <translation>Die Bytes jeder Transaktion erscheinen hier, sobald sie bestätigt ist. Wählen Sie einen gespielten Schritt, um bei ihm zu bleiben.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Shown for</source>
        <translation>Gezeigt für</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>Technik</translation>
    </message>
</context>
<context>
    <name>Interruption</name>
    <message>
        <source>The engine stopped during “{cue}”</source>
        <translation>Die Engine blieb bei „{cue}“ stehen</translation>
    </message>
    <message>
        <source>It is back, and nothing that was shown is lost. This step was sent, and no acknowledgement was seen: it may have arrived. Send it again, or go on without it?</source>
        <translation>Sie ist zurück, und nichts Gezeigtes ist verloren. Dieser Schritt wurde gesendet, eine Bestätigung kam nicht mehr an: Vielleicht ist er angekommen. Noch einmal senden oder ohne ihn weiter?</translation>
    </message>
    <message>
        <source>The engine stopped, and is back</source>
        <translation>Die Engine war stehen geblieben und ist zurück</translation>
    </message>
    <message>
        <source>Nothing was under way, and nothing that was shown is lost. Continue from step {number}, {title}?</source>
        <translation>Nichts war unterwegs, und nichts Gezeigtes ist verloren. Weiter mit Schritt {number}, {title}?</translation>
    </message>
    <message>
        <source>Every step has been told, and nothing that was shown is lost.</source>
        <translation>Jeder Schritt ist erzählt, und nichts Gezeigtes ist verloren.</translation>
    </message>
    <message>
        <source>One of our own programs had to start again. The systems have kept everything, and we go on where we were.</source>
        <translation>Eines unserer eigenen Programme musste neu starten. Die Systeme haben alles behalten, und wir machen weiter, wo wir waren.</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>You are watching a recording. Ask us, and be the next patient.</source>
        <translation>Sie sehen eine Aufzeichnung. Fragen Sie uns und spielen Sie selbst mit.</translation>
    </message>
</context>
<context>
    <name>KnockCard</name>
    <message>
        <source>%1 knocks: %2</source>
        <translation>%1 klopft an: %2</translation>
    </message>
    <message>
        <source>%1 knocks</source>
        <translation>%1 klopft an</translation>
    </message>
    <message>
        <source>It wants %1. Of what it sent, only its name was read.</source>
        <translation>Gewünscht: %1. Bisher wurde davon nur der Name gelesen.</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>Einlassen</translation>
    </message>
    <message>
        <source>Admit %1</source>
        <translation>%1 einlassen</translation>
    </message>
    <message>
        <source>Turn away</source>
        <translation>Abweisen</translation>
    </message>
    <message>
        <source>Turn %1 away</source>
        <translation>%1 abweisen</translation>
    </message>
</context>
<context>
    <name>LeftLine</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>It could not be saved: {why}.</source>
        <translation>Es ließ sich nicht speichern: {why}.</translation>
    </message>
    <message>
        <source>Make room, or make that folder writable: {folder}</source>
        <translation>Schaffen Sie Platz, oder machen Sie diesen Ordner beschreibbar: {folder}</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Only watched</source>
        <translation>Nur zugesehen</translation>
    </message>
    <message>
        <source>The whole story, {count} steps</source>
        <translation>Die ganze Geschichte, {count} Schritte</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>{count} hops so far</source>
        <translation>{count} Schritte bisher</translation>
    </message>
    <message>
        <source>{count} hops, {bad} not acknowledged</source>
        <translation>{count} Schritte, {bad} nicht bestätigt</translation>
    </message>
    <message>
        <source>{count} hops, all acknowledged</source>
        <translation>{count} Schritte, alle bestätigt</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>The engine is not there yet.</source>
        <translation>Die Engine ist noch nicht da.</translation>
    </message>
    <message>
        <source>It is being looked for.</source>
        <translation>Sie wird gesucht.</translation>
    </message>
    <message>
        <source>That run has left nothing to draw.</source>
        <translation>Von diesem Lauf ist nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Bitte einen anderen wählen.</translation>
    </message>
</context>
<context>
    <name>LiveCard</name>
    <message>
        <source>STALE</source>
        <translation>VERALTET</translation>
    </message>
    <message>
        <source>WALL BLANK</source>
        <translation>WAND VERDECKT</translation>
    </message>
    <message>
        <source>WALL FROZEN</source>
        <translation>WAND STEHT</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>AUFZEICHNUNG</translation>
    </message>
    <message>
        <source>LIVE ON WALL</source>
        <translation>LIVE AUF DER WAND</translation>
    </message>
    <message>
        <source>LIVE · WALL OFF</source>
        <translation>LIVE · WAND AUS</translation>
    </message>
    <message>
        <source>The holding screen. The stage goes on behind it.</source>
        <translation>Das Pausenbild. Dahinter geht es weiter.</translation>
    </message>
    <message>
        <source>Nothing on stage</source>
        <translation>Nichts auf der Bühne</translation>
    </message>
    <message>
        <source>Live: %1</source>
        <translation>Live: %1</translation>
    </message>
    <message>
        <source>%1 more to come</source>
        <translation>%1 folgen noch</translation>
    </message>
</context>
<context>
    <name>Lookout</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>No wall elsewhere is let in. Its key would only look on.</source>
        <translation>Keine Wand anderswo wird eingelassen. Ihr Schlüssel sähe nur zu.</translation>
    </message>
    <message>
        <source>Enter this on the other machine. Looking on now: {count}.</source>
        <translation>Auf dem anderen Rechner einzugeben. Es sehen gerade zu: {count}.</translation>
    </message>
</context>
<context>
    <name>LookoutLine</name>
    <message>
        <source>Wall on another machine</source>
        <translation>Wand an einem anderen Rechner</translation>
    </message>
    <message>
        <source>Who is let in</source>
        <translation>Wer eingelassen wird</translation>
    </message>
    <message>
        <source>To enter on the other machine</source>
        <translation>Auf dem anderen Rechner einzugeben</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
</context>
<context>
    <name>LowerPane</name>
    <message>
        <source>Cast</source>
        <translation>Besetzung</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>Zugänge</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Showcase</source>
        <translation>Showcase</translation>
    </message>
    <message>
        <source>The stage is empty</source>
        <translation>Die Bühne ist leer</translation>
    </message>
    <message>
        <source>Begin a tour: its systems appear here, as the audience will see them.</source>
        <translation>Beginnen Sie einen Rundgang: Hier erscheinen seine Systeme, wie das Publikum sie sehen wird.</translation>
    </message>
</context>
<context>
    <name>Maker</name>
    <message>
        <source>stand-in</source>
        <translation>Ersatzsystem</translation>
    </message>
    <message>
        <source>assisted</source>
        <translation>unterstützt</translation>
    </message>
</context>
<context>
    <name>Next</name>
    <message>
        <source>nothing: it is only planned</source>
        <translation>nichts: das ist nur geplant</translation>
    </message>
    <message>
        <source>{vendor} does it</source>
        <translation>{vendor} tut es</translation>
    </message>
    <message>
        <source>GO plays it, then {count} more</source>
        <translation>GO, dann {count} weitere</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>wartet auf GO</translation>
    </message>
    <message>
        <source>by itself, once this is acknowledged</source>
        <translation>von selbst, sobald dies quittiert ist</translation>
    </message>
    <message>
        <source>by itself, now</source>
        <translation>von selbst, jetzt</translation>
    </message>
    <message>
        <source>by itself in {seconds} s</source>
        <translation>von selbst in {seconds} s</translation>
    </message>
    <message>
        <source>who the patient is</source>
        <translation>die Angaben zur Person</translation>
    </message>
    <message>
        <source>the order</source>
        <translation>den Auftrag</translation>
    </message>
    <message>
        <source>how far it has got</source>
        <translation>den Stand der Untersuchung</translation>
    </message>
    <message>
        <source>a question</source>
        <translation>eine Frage</translation>
    </message>
    <message>
        <source>the images</source>
        <translation>die Bilder</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>das Dokument</translation>
    </message>
    <message>
        <source>an audit record</source>
        <translation>einen Audit-Eintrag</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Next: %1. %2. Sends %3. %4</source>
        <translation>Als Nächstes: %1. %2. Sendet %3. %4</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Als Nächstes: %1</translation>
    </message>
    <message>
        <source>THEN</source>
        <translation>DANACH</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>GLEICH</translation>
    </message>
    <message>
        <source>%1  ·  sends %2</source>
        <translation>%1  ·  sendet %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Notice: %1 %2. Press to put it away.</source>
        <translation>Hinweis: %1 %2. Drücken, um ihn wegzulegen.</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>next</source>
        <translation>gleich</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PatientPanel</name>
    <message>
        <source>No system knows this patient yet.</source>
        <translation>Noch kennt kein System diesen Menschen.</translation>
    </message>
</context>
<context>
    <name>PeerPane</name>
    <message>
        <source>To enter in their system</source>
        <translation>In ihr System einzutragen</translation>
    </message>
</context>
<context>
    <name>PickedBar</name>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>1 remark</source>
        <translation>1 Anmerkung</translation>
    </message>
    <message>
        <source>%1 remarks</source>
        <translation>%1 Anmerkungen</translation>
    </message>
    <message>
        <source>%1: show the next</source>
        <translation>%1: die nächste zeigen</translation>
    </message>
    <message>
        <source>As a tree</source>
        <translation>Als Baum</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Copy path %1</source>
        <translation>Pfad %1 kopieren</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Verfolgen</translation>
    </message>
    <message>
        <source>Follow %1</source>
        <translation>%1 verfolgen</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>The picture that arrived</source>
        <translation>Das Bild, das angekommen ist</translation>
    </message>
</context>
<context>
    <name>PlainText</name>
    <message>
        <source>The exchange as text</source>
        <translation>Der Austausch als Text</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Who plays %1</source>
        <translation>Wer %1 spielt</translation>
    </message>
    <message>
        <source>%1 plays %2</source>
        <translation>%1 spielt %2</translation>
    </message>
    <message>
        <source>New system</source>
        <translation>Neues System</translation>
    </message>
    <message>
        <source>+ New system</source>
        <translation>+ Neues System</translation>
    </message>
    <message>
        <source>Enter a new system for %1</source>
        <translation>Ein neues System für %1 eintragen</translation>
    </message>
</context>
<context>
    <name>PortLine</name>
    <message>
        <source>nobody has called</source>
        <translation>noch kein Anruf</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Say</source>
        <translation>Jetzt sagen</translation>
    </message>
    <message>
        <source>Say next</source>
        <translation>Gleich sagen</translation>
    </message>
    <message>
        <source>left of {time}</source>
        <translation>von {time}</translation>
    </message>
    <message>
        <source>over</source>
        <translation>darüber</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Stopped before every system had answered.</source>
        <translation>Angehalten, bevor jedes System geantwortet hatte.</translation>
    </message>
    <message>
        <source>Asking every system: {seconds} s of at most 60.</source>
        <translation>Jedes System wird gefragt: {seconds} s von höchstens 60.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>booth staff</source>
        <translation>Standpersonal</translation>
    </message>
    <message>
        <source>the vendor&apos;s engineer</source>
        <translation>Techniker des Herstellers</translation>
    </message>
    <message>
        <source>whoever runs the network</source>
        <translation>wer das Netz betreut</translation>
    </message>
</context>
<context>
    <name>ReadyLine</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>stand-in</source>
        <translation>Ersatzsystem</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>ansehen</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>nicht bereit</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
</context>
<context>
    <name>ReadyPane</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Is everything there?</source>
        <translation>Ist alles da?</translation>
    </message>
    <message>
        <source>Address, port, TLS, a real question, the clock: of each system in the cast.</source>
        <translation>Adresse, Port, TLS, eine echte Frage, die Uhr: bei jedem System der Besetzung.</translation>
    </message>
    <message>
        <source>Every system of the cast is asked, from the outside in. It takes less than a minute.</source>
        <translation>Jedes System der Besetzung wird gefragt, von außen nach innen. Es dauert weniger als eine Minute.</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Nicht weiter fragen</translation>
    </message>
    <message>
        <source>Check every system</source>
        <translation>Jedes System prüfen</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>Reception</name>
    <message>
        <source>{count} open ports</source>
        <translation>{count} offene Ports</translation>
    </message>
    <message>
        <source>{count} callers wait</source>
        <translation>{count} Anrufer warten</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>eingelassen</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>{role}, tapped</source>
        <translation>{role}, mitgehört</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
</context>
<context>
    <name>ReelBar</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Stelle in der Aufzeichnung</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu live</translation>
    </message>
</context>
<context>
    <name>RemoteWindow</name>
    <message>
        <source>Showcase wall</source>
        <translation>Showcase, Wand</translation>
    </message>
</context>
<context>
    <name>RemoveLine</name>
    <message>
        <source>Press again: %1 leaves this cast</source>
        <translation>Noch einmal drücken: %1 verlässt diese Besetzung</translation>
    </message>
    <message>
        <source>Remove %1 from this cast</source>
        <translation>%1 aus dieser Besetzung entfernen</translation>
    </message>
</context>
<context>
    <name>Reset</name>
    <message>
        <source>Reset in {seconds} s. Next patient: {patient}</source>
        <translation>In {seconds} s zurückgesetzt. Als Nächstes: {patient}</translation>
    </message>
    <message>
        <source>Name, identifiers, accession number and UIDs are fresh.</source>
        <translation>Name, Kennungen, Auftragsnummer und UIDs sind neu.</translation>
    </message>
    <message>
        <source>{system} keeps its {what}: an audit trail forgets nothing</source>
        <translation>{system} behält {what}: Ein Audit-Archiv vergisst nichts</translation>
    </message>
    <message>
        <source>{system} still keeps {what} of {patient}</source>
        <translation>{system} hat noch {what} von {patient}</translation>
    </message>
    <message>
        <source>{system} still keeps {what}</source>
        <translation>{system} hat noch {what}</translation>
    </message>
    <message>
        <source>1 patient</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>{count} patients</source>
        <translation>{count} Personen</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 Auftrag</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} Aufträge</translation>
    </message>
    <message>
        <source>1 procedure step</source>
        <translation>1 Untersuchungsschritt</translation>
    </message>
    <message>
        <source>{count} procedure steps</source>
        <translation>{count} Untersuchungsschritte</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>1 report</source>
        <translation>1 Befund</translation>
    </message>
    <message>
        <source>{count} reports</source>
        <translation>{count} Befunde</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 Dokument</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>{count} Dokumente</translation>
    </message>
    <message>
        <source>1 document entry</source>
        <translation>1 Dokumenteintrag</translation>
    </message>
    <message>
        <source>{count} document entries</source>
        <translation>{count} Dokumenteinträge</translation>
    </message>
    <message>
        <source>1 audit record</source>
        <translation>1 Audit-Eintrag</translation>
    </message>
    <message>
        <source>{count} audit records</source>
        <translation>{count} Audit-Einträge</translation>
    </message>
    <message>
        <source>patient identifier</source>
        <translation>Patientenkennung</translation>
    </message>
    <message>
        <source>Study Instance UID</source>
        <translation>Study Instance UID</translation>
    </message>
    <message>
        <source>document unique id</source>
        <translation>Dokumentkennung</translation>
    </message>
    <message>
        <source>accession number</source>
        <translation>Auftragsnummer (Accession)</translation>
    </message>
</context>
<context>
    <name>ResetCard</name>
    <message>
        <source>Put this away</source>
        <translation>Weglegen</translation>
    </message>
    <message>
        <source>Cleared in our stand-ins</source>
        <translation>Gelöscht in unseren Ersatzsystemen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Left in systems that only their people can clear</source>
        <translation>Übrig in fremden Systemen: dort zu löschen</translation>
    </message>
    <message>
        <source>Left elsewhere: nothing that anybody has to clear</source>
        <translation>Anderswo bleibt nichts, das jemand löschen müsste</translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>RibbonStop</name>
    <message>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
</context>
<context>
    <name>RoleLine</name>
    <message>
        <source>stand-in</source>
        <translation>Ersatzsystem</translation>
    </message>
    <message>
        <source>assisted</source>
        <translation>unterstützt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>vendor</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>RolePane</name>
    <message>
        <source>Name of this cast</source>
        <translation>Name dieser Besetzung</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
</context>
<context>
    <name>RunLine</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Save this run as one page among your documents</source>
        <translation>Diesen Lauf als eine Seite bei Ihren Dokumenten speichern</translation>
    </message>
    <message>
        <source>Save this run as raw files among your documents</source>
        <translation>Diesen Lauf als Rohdateien bei Ihren Dokumenten speichern</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>Auf dem Schirm</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergeben</translation>
    </message>
</context>
<context>
    <name>RunsPane</name>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Every run is kept, and can be drawn again exactly as it was.</source>
        <translation>Jeder Lauf bleibt erhalten und lässt sich genau so noch einmal zeigen.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>SayLine</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Nothing to say here; let the picture speak.</source>
        <translation>Hier gibt es nichts zu sagen; lassen Sie das Bild sprechen.</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of this window, and of the stories that begin from now on.</source>
        <translation>Die dieses Fensters und der Geschichten, die ab jetzt beginnen.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Reduced: things light up where they would travel.</source>
        <translation>Reduziert: Was reisen würde, leuchtet stattdessen auf.</translation>
    </message>
    <message>
        <source>As designed</source>
        <translation>Wie entworfen</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>The wall&apos;s screen</source>
        <translation>Der Bildschirm der Wand</translation>
    </message>
    <message>
        <source>Letters are large enough for visitors at that distance.</source>
        <translation>Die Schrift ist groß genug für Besucher in dieser Entfernung.</translation>
    </message>
    <message>
        <source>At that distance letters cannot be large enough: let visitors come to %1 m.</source>
        <translation>So weit weg kann die Schrift nicht groß genug sein: Lassen Sie Besucher auf %1 m heran.</translation>
    </message>
    <message>
        <source>Diagonal in inches</source>
        <translation>Diagonale in Zoll</translation>
    </message>
    <message>
        <source>inches, seen from</source>
        <translation>Zoll, gesehen aus</translation>
    </message>
    <message>
        <source>Distance in metres</source>
        <translation>Entfernung in Metern</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>Screens of the wall</source>
        <translation>Bildschirme der Wand</translation>
    </message>
    <message>
        <source>None chosen: the largest that is not this one.</source>
        <translation>Keiner gewählt: der größte, der nicht dieser ist.</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>When nobody plays</source>
        <translation>Wenn niemand spielt</translation>
    </message>
    <message>
        <source>The wall replays the last good tour, marked as a recording. GO ends it.</source>
        <translation>Die Wand wiederholt die letzte gelungene Führung, als Aufzeichnung gekennzeichnet. GO beendet sie.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>90 s</source>
        <translation>90 s</translation>
    </message>
    <message>
        <source>3 min</source>
        <translation>3 min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>When something went wrong</source>
        <translation>Wenn etwas schiefgegangen ist</translation>
    </message>
    <message>
        <source>One file for whoever helps you: logs, versions, the last tour. No password and no key is in it, and nothing is sent.</source>
        <translation>Eine Datei für alle, die Ihnen helfen: Protokolle, Versionen, die letzte Führung. Weder Passwörter noch Schlüssel sind darin, und nichts wird verschickt.</translation>
    </message>
    <message>
        <source>Gathering …</source>
        <translation>Wird gesammelt …</translation>
    </message>
    <message>
        <source>Save a support file</source>
        <translation>Hilfedatei speichern</translation>
    </message>
</context>
<context>
    <name>SideTabs</name>
    <message>
        <source>Sides of the exchange</source>
        <translation>Seiten des Austauschs</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Austausch</translation>
    </message>
</context>
<context>
    <name>StageFrame</name>
    <message>
        <source>Take the stage off the wall</source>
        <translation>Die Bühne von der Wand nehmen</translation>
    </message>
    <message>
        <source>Put the stage on the wall</source>
        <translation>Die Bühne an die Wand bringen</translation>
    </message>
    <message>
        <source>STALE</source>
        <translation>VERALTET</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>AUFZEICHNUNG</translation>
    </message>
    <message>
        <source>WALL BLANK</source>
        <translation>WAND VERDECKT</translation>
    </message>
    <message>
        <source>WALL FROZEN</source>
        <translation>WAND STEHT STILL</translation>
    </message>
    <message>
        <source>LIVE ON WALL</source>
        <translation>LIVE AN DER WAND</translation>
    </message>
    <message>
        <source>WALL OFF</source>
        <translation>WAND AUS</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Journal: {count} saved</source>
        <translation>Journal: {count} gesichert</translation>
    </message>
    <message>
        <source>{count} ports open</source>
        <translation>{count} Ports offen</translation>
    </message>
    <message>
        <source>no story</source>
        <translation>keine Geschichte</translation>
    </message>
    <message>
        <source>whole story</source>
        <translation>ganze Geschichte</translation>
    </message>
    <message>
        <source>{minutes} min tour</source>
        <translation>Führung, {minutes} min</translation>
    </message>
    <message>
        <source>{count} stand-ins</source>
        <translation>{count} Ersatzsysteme</translation>
    </message>
    <message>
        <source>{count} vendors</source>
        <translation>{count} Hersteller</translation>
    </message>
    <message>
        <source>{theirs} and {ours}</source>
        <translation>{theirs} und {ours}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>erneut versuchen</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>stand-in</source>
        <translation>Ersatzsystem</translation>
    </message>
    <message>
        <source>K</source>
        <translation>K</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>next tour</source>
        <translation>nächste Führung</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>wall</source>
        <translation>Wand</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>let it go on</source>
        <translation>weiterlaufen lassen</translation>
    </message>
    <message>
        <source>freeze</source>
        <translation>einfrieren</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>open the stage</source>
        <translation>Bühne öffnen</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>verdecken</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>leave show mode</source>
        <translation>Vorführmodus beenden</translation>
    </message>
    <message>
        <source>show mode</source>
        <translation>Vorführmodus</translation>
    </message>
    <message>
        <source>Cast: vendors&apos; systems</source>
        <translation>Besetzung: Systeme der Hersteller</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Every key, explained</source>
        <translation>Jede Taste, erklärt</translation>
    </message>
</context>
<context>
    <name>StrangerLine</name>
    <message>
        <source>knocks: %1</source>
        <translation>klopft an: %1</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>Einlassen</translation>
    </message>
    <message>
        <source>Admit %1</source>
        <translation>%1 einlassen</translation>
    </message>
    <message>
        <source>Turn away</source>
        <translation>Abweisen</translation>
    </message>
    <message>
        <source>Turn %1 away</source>
        <translation>%1 abweisen</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>The support file is saved. Give it to whoever helps you.</source>
        <translation>Die Hilfedatei ist gespeichert. Geben Sie sie weiter, wenn Ihnen jemand hilft.</translation>
    </message>
    <message>
        <source>The support file could not be made: {why}.</source>
        <translation>Die Hilfedatei ließ sich nicht anlegen: {why}.</translation>
    </message>
    <message>
        <source>In a terminal, “showcase bundle” makes it, too.</source>
        <translation>In einem Terminal legt „showcase bundle“ sie ebenfalls an.</translation>
    </message>
</context>
<context>
    <name>SystemPane</name>
    <message>
        <source>A tour is under way: what you change here counts from the next one.</source>
        <translation>Eine Tour läuft: Was Sie hier ändern, gilt ab der nächsten.</translation>
    </message>
    <message>
        <source>Our stand-in plays %1</source>
        <translation>Unser Ersatzsystem spielt: %1</translation>
    </message>
    <message>
        <source>To bring a vendor&apos;s system in: New system, then its name, its address, and Test. What the engineer has to enter about us stands on the right.</source>
        <translation>So kommt das System eines Herstellers dazu: Neues System, dann sein Name, seine Adresse, und Testen. Was dort über uns einzutragen ist, steht rechts.</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>TakesCard</name>
    <message>
        <source>What it takes of the role</source>
        <translation>Was es von der Rolle übernimmt</translation>
    </message>
    <message>
        <source>What is not ticked stays with our stand-in.</source>
        <translation>Was nicht angehakt ist, behält unser Ersatzsystem.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>stand-in</source>
        <translation>Ersatzsystem</translation>
    </message>
</context>
<context>
    <name>TextCell</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>The exchange as text</source>
        <translation>Der Austausch als Text</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>not this one</source>
        <translation>nicht gemeint</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>in {count} exchanges: {names}</source>
        <translation>in {count} Austauschen: {names}</translation>
    </message>
    <message>
        <source>said here for the first time</source>
        <translation>hier zum ersten Mal gesagt</translation>
    </message>
    <message>
        <source>{count} messages carry it</source>
        <translation>{count} Nachrichten tragen es</translation>
    </message>
    <message>
        <source>the patient&apos;s number</source>
        <translation>die Nummer der Person</translation>
    </message>
    <message>
        <source>the patient&apos;s name</source>
        <translation>der Name der Person</translation>
    </message>
    <message>
        <source>the doctor&apos;s order</source>
        <translation>der Auftrag der Ärztin</translation>
    </message>
    <message>
        <source>the examination</source>
        <translation>die Untersuchung</translation>
    </message>
    <message>
        <source>the set of images</source>
        <translation>der Bildersatz</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>das Dokument</translation>
    </message>
    <message>
        <source>the document&apos;s seal</source>
        <translation>das Siegel des Dokuments</translation>
    </message>
    <message>
        <source>its title</source>
        <translation>sein Titel</translation>
    </message>
</context>
<context>
    <name>TourLine</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>TourPane</name>
    <message>
        <source>The systems did not start</source>
        <translation>Die Systeme sind nicht gestartet</translation>
    </message>
    <message>
        <source>The systems are starting</source>
        <translation>Die Systeme starten</translation>
    </message>
    <message>
        <source>The systems open their ports. The tours appear as soon as they answer.</source>
        <translation>Die Systeme öffnen ihre Ports. Die Führungen erscheinen, sobald sie antworten.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Gathering …</source>
        <translation>Wird gesammelt …</translation>
    </message>
    <message>
        <source>Save a support file</source>
        <translation>Hilfedatei speichern</translation>
    </message>
    <message>
        <source>Which tour?</source>
        <translation>Welche Führung?</translation>
    </message>
    <message>
        <source>No story found</source>
        <translation>Keine Geschichte gefunden</translation>
    </message>
    <message>
        <source>Put a folder with a story into “scenarios”, or check the ones there with “showcase check”.</source>
        <translation>Legen Sie einen Ordner mit einer Geschichte in „scenarios“, oder prüfen Sie die vorhandenen mit „showcase check“.</translation>
    </message>
    <message>
        <source>Tours</source>
        <translation>Führungen</translation>
    </message>
    <message>
        <source>Only watch: no story</source>
        <translation>Nur zusehen: keine Geschichte</translation>
    </message>
    <message>
        <source>O</source>
        <translation>O</translation>
    </message>
    <message>
        <source>Begin: %1</source>
        <translation>Beginnen: %1</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
</context>
<context>
    <name>Traffic</name>
    <message>
        <source>one hop</source>
        <translation>ein Schritt</translation>
    </message>
    <message>
        <source>{count} hops, {good} acknowledged</source>
        <translation>{count} Schritte, {good} bestätigt</translation>
    </message>
    <message>
        <source>Copied: {count}</source>
        <translation>Kopiert: {count}</translation>
    </message>
</context>
<context>
    <name>TrafficPane</name>
    <message>
        <source>Silence on the wire</source>
        <translation>Stille auf der Leitung</translation>
    </message>
    <message>
        <source>Every message stands here the moment it leaves.</source>
        <translation>Jede Nachricht steht hier in dem Augenblick, in dem sie abgeht.</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Save as raw files</source>
        <translation>Als Rohdateien sichern</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keine auswählen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Hide %1 audit messages</source>
        <translation>%1 Audit-Meldungen ausblenden</translation>
    </message>
    <message>
        <source>Show %1 audit messages, too</source>
        <translation>Auch %1 Audit-Meldungen zeigen</translation>
    </message>
</context>
<context>
    <name>Traveller</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>TreeLine</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2. Remark: %3</source>
        <translation>%1 %2. Anmerkung: %3</translation>
    </message>
    <message>
        <source>They say: %1</source>
        <translation>Dort heißt es: %1</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <source>Reading the bytes</source>
        <translation>Die Bytes werden gelesen</translation>
    </message>
    <message>
        <source>Nothing came in this direction</source>
        <translation>In dieser Richtung kam nichts</translation>
    </message>
    <message>
        <source>Nothing to read for clinicians here</source>
        <translation>Hier gibt es für Kliniker nichts zu lesen</translation>
    </message>
    <message>
        <source>No bytes were recorded</source>
        <translation>Es wurden keine Bytes aufgezeichnet</translation>
    </message>
    <message>
        <source>The other side holds what there is.</source>
        <translation>Was es gibt, steht auf der anderen Seite.</translation>
    </message>
    <message>
        <source>It is known only from what others have told about it.</source>
        <translation>Bekannt ist es nur aus dem, was andere darüber gemeldet haben.</translation>
    </message>
    <message>
        <source>It is there for machines. Engineers see every field of it.</source>
        <translation>Das ist für Maschinen. Ingenieure sehen jedes Feld davon.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
</context>
<context>
    <name>UnknownLine</name>
    <message>
        <source>calls itself %1</source>
        <translation>nennt sich %1</translation>
    </message>
    <message>
        <source>gave no name</source>
        <translation>nannte keinen Namen</translation>
    </message>
    <message>
        <source>Name it %1</source>
        <translation>%1 nennen</translation>
    </message>
    <message>
        <source>Name of %1</source>
        <translation>Name von %1</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>ein anderer Name</translation>
    </message>
    <message>
        <source>a name for it</source>
        <translation>ein Name dafür</translation>
    </message>
</context>
<context>
    <name>ValueChip</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>VisitorView</name>
    <message>
        <source>What both systems know now</source>
        <translation>Was beide Systeme nun wissen</translation>
    </message>
</context>
<context>
    <name>WaitCard</name>
    <message>
        <source>Let the stand-in take it</source>
        <translation>Ersatzsystem übernehmen lassen</translation>
    </message>
    <message>
        <source>Stand-in</source>
        <translation>Ersatzsystem</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>{role}, it is your turn</source>
        <translation>{role} ist an der Reihe</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>report</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>{count} ids</source>
        <translation>{count} Nummern</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>{count} Dokumente</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>shared</source>
        <comment>of a document</comment>
        <translation>geteilt</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>Auf der Leitung</translation>
    </message>
    <message>
        <source>Every message between these systems, as it is sent.</source>
        <translation>Jede Nachricht zwischen diesen Systemen, sobald sie gesendet wird.</translation>
    </message>
    <message>
        <source>{sender} tells {receiver} who the patient is.</source>
        <translation>{sender} meldet an {receiver}, um wen es geht.</translation>
    </message>
    <message>
        <source>{sender} passes the order on to {receiver}.</source>
        <translation>{sender} gibt den Auftrag weiter: {receiver}.</translation>
    </message>
    <message>
        <source>{sender} keeps {receiver} informed.</source>
        <translation>{sender} hält {receiver} auf dem Laufenden.</translation>
    </message>
    <message>
        <source>{sender} asks {receiver}.</source>
        <translation>{sender} fragt: {receiver}.</translation>
    </message>
    <message>
        <source>{sender} sends {count} images to {receiver}.</source>
        <translation>{sender} sendet {count} Bilder: {receiver}.</translation>
    </message>
    <message>
        <source>{sender} hands a document to {receiver}.</source>
        <translation>{sender} übergibt ein Dokument: {receiver}.</translation>
    </message>
    <message>
        <source>{sender} leaves a record of what it did.</source>
        <translation>{sender} protokolliert, was es getan hat.</translation>
    </message>
    <message>
        <source>{receiver} says no.</source>
        <translation>{receiver} sagt nein.</translation>
    </message>
    <message>
        <source>{receiver} does not answer.</source>
        <translation>{receiver} antwortet nicht.</translation>
    </message>
    <message>
        <source>Close, but not what was asked for.</source>
        <translation>Knapp daneben: Gefragt war etwas anderes.</translation>
    </message>
    <message>
        <source>A stand-in plays {role} from now on.</source>
        <translation>Ab jetzt spielt ein Ersatzsystem: {role}.</translation>
    </message>
    <message>
        <source>{system} plays {role} from now on.</source>
        <translation>Ab jetzt spielt {system}: {role}.</translation>
    </message>
    <message>
        <source>Waiting for {role} …</source>
        <translation>Warten auf: {role} …</translation>
    </message>
    <message>
        <source>No message carries {value}.</source>
        <translation>Keine Nachricht trägt {value}.</translation>
    </message>
    <message>
        <source>Only one message carries {value}.</source>
        <translation>Nur eine Nachricht trägt {value}.</translation>
    </message>
    <message>
        <source>{count} messages carry {value}.</source>
        <translation>{count} Nachrichten tragen {value}.</translation>
    </message>
    <message>
        <source>1 audit record</source>
        <translation>1 Audit-Eintrag</translation>
    </message>
    <message>
        <source>{count} audit records</source>
        <translation>{count} Audit-Einträge</translation>
    </message>
    <message>
        <source>The story was ended early.</source>
        <translation>Die Geschichte wurde vorzeitig beendet.</translation>
    </message>
    <message>
        <source>One patient throughout, and every system knows it.</source>
        <translation>Ein und derselbe Mensch, und jedes System weiß es.</translation>
    </message>
    <message>
        <source>The story is at its end.</source>
        <translation>Die Geschichte ist zu Ende.</translation>
    </message>
    <message>
        <source>The story is at its end, and something did not hold.</source>
        <translation>Die Geschichte ist zu Ende, und etwas hielt nicht.</translation>
    </message>
    <message>
        <source>{count} messages</source>
        <translation>{count} Nachrichten</translation>
    </message>
    <message>
        <source>{count} acknowledged</source>
        <translation>{count} bestätigt</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} abgelehnt</translation>
    </message>
    <message>
        <source>{count} without answer</source>
        <translation>{count} ohne Antwort</translation>
    </message>
    <message>
        <source>{held} of {count} proofs hold</source>
        <translation>{held} von {count} Beweisen halten</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>{done} of {total} images</source>
        <translation>{done} von {total} Bildern</translation>
    </message>
    <message>
        <source>{most} and {last}</source>
        <translation>{most} und {last}</translation>
    </message>
    <message>
        <source>There is only one screen, so the wall opens as a window.</source>
        <translation>Es gibt nur einen Bildschirm, deshalb öffnet sich die Wand als Fenster.</translation>
    </message>
    <message>
        <source>Connect the second screen as an extended desktop, then press W twice.</source>
        <translation>Schließen Sie den zweiten Bildschirm als erweiterten Desktop an, dann drücken Sie zweimal W.</translation>
    </message>
    <message>
        <source>The next tour begins in a moment.</source>
        <translation>Die nächste Führung beginnt gleich.</translation>
    </message>
    <message>
        <source>Looking for the engine at {url}.</source>
        <translation>Die Engine wird gesucht: {url}.</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>Showcase wall</source>
        <translation>Showcase, Wand</translation>
    </message>
</context>
<context>
    <name>WatchPane</name>
    <message>
        <source>Watching</source>
        <translation>Nur zusehen</translation>
    </message>
    <message>
        <source>No story is played. Every exchange that the systems, the taps and the audit records see is drawn as it happens.</source>
        <translation>Es wird keine Geschichte gespielt. Jeder Austausch, den Systeme, Mitschnitte und Audit-Meldungen sehen, wird gezeichnet, sobald er geschieht.</translation>
    </message>
    <message>
        <source>Callers whom the cast does not name</source>
        <translation>Anrufer, die nicht in der Besetzung stehen</translation>
    </message>
    <message>
        <source>Nobody unknown has called</source>
        <translation>Niemand Unbekanntes hat angerufen</translation>
    </message>
    <message>
        <source>Where others enter our systems stands under Cast. A caller whom the cast does not name stands here, and can be named with one press.</source>
        <translation>Was andere über unsere Systeme eintragen, steht unter „Besetzung“. Wer anruft und dort nicht genannt ist, steht hier und bekommt mit einem Druck einen Namen.</translation>
    </message>
    <message>
        <source>Begin a tour</source>
        <translation>Führung beginnen</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
</context>
<context>
    <name>WelcomeSheet</name>
    <message>
        <source>A patient&apos;s journey, played with real messages</source>
        <translation>Der Weg eines Menschen durch die Systeme, mit echten Nachrichten gespielt</translation>
    </message>
    <message>
        <source>Every step of the cue list on the left is a message that one system really sends to another. GO sends the next one; the stage shows it on its way, and lights up only when the other side has answered. On the right stand its bytes. If something fails, a card says what happened, what to tell the audience, and what to press.</source>
        <translation>Jeder Schritt des Ablaufs links ist eine Nachricht, die ein System wirklich an ein anderes sendet. GO sendet die nächste; die Bühne zeigt sie unterwegs und leuchtet erst auf, wenn die andere Seite geantwortet hat. Rechts stehen ihre Bytes. Wenn etwas scheitert, sagt eine Karte, was geschehen ist, was Sie dem Publikum sagen und was Sie drücken.</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>begin a tour, with a fresh patient</source>
        <translation>eine Führung beginnen, mit einem neuen Menschen</translation>
    </message>
    <message>
        <source>O</source>
        <translation>O</translation>
    </message>
    <message>
        <source>only watch: no story, every exchange drawn</source>
        <translation>nur zusehen, ohne Geschichte</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>GO: the next step. A presenter&apos;s remote does it, too</source>
        <translation>GO: der nächste Schritt. Ein Presenter tut es auch</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold everything; twice within a second: cut</source>
        <translation>alles anhalten; zweimal in einer Sekunde: abbrechen</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>try again what failed</source>
        <translation>erneut versuchen, was gescheitert ist</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>let our stand-in do what a vendor&apos;s system cannot</source>
        <translation>unser Ersatzsystem übernehmen lassen</translation>
    </message>
    <message>
        <source>K</source>
        <translation>K</translation>
    </message>
    <message>
        <source>skip the next step</source>
        <translation>den nächsten Schritt überspringen</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>choose a step, Enter makes it the next</source>
        <translation>einen Schritt wählen, Enter macht ihn zum nächsten</translation>
    </message>
    <message>
        <source>I</source>
        <translation>I</translation>
    </message>
    <message>
        <source>look in: both sides of an exchange, with all bytes</source>
        <translation>hineinsehen: beide Seiten, alle Bytes</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Strg F</translation>
    </message>
    <message>
        <source>search all runs: a name, a number, any text</source>
        <translation>alle Läufe durchsuchen</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>the wall: the stage on the audience&apos;s screen</source>
        <translation>die Wand: die Bühne auf dem Bildschirm des Publikums</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>freeze the wall; again: catch up</source>
        <translation>die Wand einfrieren; noch einmal: aufholen</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>blank: a holding screen before the stage</source>
        <translation>verdecken: ein Standbild vor der Bühne</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>show mode: hides everything that edits</source>
        <translation>Vorführmodus: verbirgt alles, was etwas ändert</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>check every system before the doors open</source>
        <translation>jedes System prüfen, bevor die Türen öffnen</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>cast: bring a vendor&apos;s system in, and test it</source>
        <translation>Besetzung: ein System dazunehmen und prüfen</translation>
    </message>
    <message>
        <source>P  ← →</source>
        <translation>P  ← →</translation>
    </message>
    <message>
        <source>a recording: pause, back, on</source>
        <translation>eine Aufzeichnung: Pause, zurück, weiter</translation>
    </message>
    <message>
        <source>,</source>
        <translation>,</translation>
    </message>
    <message>
        <source>settings: language, light, the wall&apos;s size</source>
        <translation>Einstellungen: Sprache, Licht, Größe der Wand</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>this page</source>
        <translation>diese Seite</translation>
    </message>
    <message>
        <source>Let us begin</source>
        <translation>Fangen wir an</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
</TS>
