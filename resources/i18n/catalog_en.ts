<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Asking</name>
    <message numerus="yes">
        <source>%n link(s) lead(s) to “{0}”: from {1}.</source>
        <translation>
            <numerusform>%n link leads to “{0}”: from {1}.</numerusform>
            <numerusform>%n links lead to “{0}”: from {1}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) lead(s) to what is to be removed: from {0}.</source>
        <translation>
            <numerusform>%n link leads to what is to be removed: from {0}.</numerusform>
            <numerusform>%n links lead to what is to be removed: from {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message numerus="yes">
        <source>%n attribute(s) set</source>
        <translation>
            <numerusform>%n attribute set</numerusform>
            <numerusform>%n attributes set</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message numerus="yes">
        <source>All is saved: %n change(s) since the file was opened.</source>
        <translation>
            <numerusform>All is saved: %n change since the file was opened.</numerusform>
            <numerusform>All is saved: %n changes since the file was opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since the file was opened, not all of them saved.</source>
        <translation>
            <numerusform>%n change since the file was opened, not saved yet.</numerusform>
            <numerusform>%n changes since the file was opened, not all of them saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A save would write %n change(s).</source>
        <translation>
            <numerusform>A save would write %n change.</numerusform>
            <numerusform>A save would write %n changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesPane</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message numerus="yes">
        <source>%n division(s)</source>
        <translation>
            <numerusform>%n division</numerusform>
            <numerusform>%n divisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnTemplates</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RememberedDialog</name>
    <message numerus="yes">
        <source>%n value(s) are offered no more.</source>
        <translation>
            <numerusform>%n value is offered no more.</numerusform>
            <numerusform>%n values are offered no more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StructurePane</name>
    <message numerus="yes">
        <source>%n row(s) shown</source>
        <translation>
            <numerusform>%n row shown</numerusform>
            <numerusform>%n rows shown</numerusform>
        </translation>
    </message>
</context>
</TS>
