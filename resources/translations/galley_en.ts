<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Agreement</name>
    <message numerus="yes">
        <source>%1: %n units in ReCal’s form, the columns are %2.</source>
        <translation>
            <numerusform>%1: %n unit in ReCal’s form, the columns are %2.</numerusform>
            <numerusform>%1: %n units in ReCal’s form, the columns are %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n units that not every coder valued were left out.</source>
        <translation>
            <numerusform>%n unit that not every coder valued was left out.</numerusform>
            <numerusform>%n units that not every coder valued were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles together, in the order in which the last of their coders worked in them; the last ones are measured with those before where they would be few.</source>
        <translation>
            <numerusform>Article by article, in the order in which the last of their coders worked in them.</numerusform>
            <numerusform>%Ln articles together, in the order in which the last of their coders worked in them; the last ones are measured with those before where they would be few.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared are %Ln articles that at least two of these coded (of %L1): %2.</source>
        <translation>
            <numerusform>Compared is %Ln article that at least two of these coded (of %L1): %2.</numerusform>
            <numerusform>Compared are %Ln articles that at least two of these coded (of %L1): %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 agrees less with the others than before: in %2 % of what was compared in their first %Ln articles, in %3 % of the last (by chance: p = %4).</source>
        <translation>
            <numerusform>%1 agrees less with the others than before: in %2 % of what was compared in their first %Ln article, in %3 % of the last (by chance: p = %4).</numerusform>
            <numerusform>%1 agrees less with the others than before: in %2 % of what was compared in their first %Ln articles, in %3 % of the last (by chance: p = %4).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intracoder reliability: %1 coded %Ln articles once more as “%2”, blind to the first coding; the rows “%1 again” compare the two. No other row holds the second.</source>
        <translation>
            <numerusform>Intracoder reliability: %1 coded %Ln article once more as “%2”, blind to the first coding; the rows “%1 again” compare the two. No other row holds the second.</numerusform>
            <numerusform>Intracoder reliability: %1 coded %Ln articles once more as “%2”, blind to the first coding; the rows “%1 again” compare the two. No other row holds the second.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookFormat</name>
    <message numerus="yes">
        <source>They see neither type nor rules of %n variables that are more than a choice of codes.</source>
        <translation>
            <numerusform>They see neither type nor rules of a variable that is more than a choice of codes.</numerusform>
            <numerusform>They see neither type nor rules of %n variables that are more than a choice of codes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They do not see the unit and the rules of %n layers.</source>
        <translation>
            <numerusform>They do not see the unit and the rules of a layer.</numerusform>
            <numerusform>They do not see the unit and the rules of %n layers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They do not see the key, number, hint or other names of %n codes.</source>
        <translation>
            <numerusform>They do not see the key, number, hint or other names of a code.</numerusform>
            <numerusform>They do not see the key, number, hint or other names of %n codes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The examples of %n codes are over several lines; in a cell each has one.</source>
        <translation>
            <numerusform>The examples of a code are over several lines; in a cell each has one.</numerusform>
            <numerusform>The examples of %n codes are over several lines; in a cell each has one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other name of %n codes holds “;”, at which a table parts names.</source>
        <translation>
            <numerusform>The other name of a code holds “;”, at which a table parts names.</numerusform>
            <numerusform>The other name of %n codes holds “;”, at which a table parts names.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message numerus="yes">
        <source>%1: %n rows</source>
        <translation>
            <numerusform>%1: %n row</numerusform>
            <numerusform>%1: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>would bring %Ln history entries</source>
        <translation>
            <numerusform>would bring %Ln history entry</numerusform>
            <numerusform>would bring %Ln history entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>brought %Ln history entries</source>
        <translation>
            <numerusform>brought %Ln history entry</numerusform>
            <numerusform>brought %Ln history entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: renewed, %Ln articles, what was done in it is kept</source>
        <translation>
            <numerusform>%1: renewed, %Ln article, what was done in it is kept</numerusform>
            <numerusform>%1: renewed, %Ln articles, what was done in it is kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln articles</source>
        <translation>
            <numerusform>%1: %Ln article</numerusform>
            <numerusform>%1: %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1	%Ln articles</source>
        <translation>
            <numerusform>%1	%Ln article</numerusform>
            <numerusform>%1	%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles stay: everybody named codes them already</source>
        <translation>
            <numerusform>%Ln article stays: everybody named codes it already</numerusform>
            <numerusform>%Ln articles stay: everybody named codes them already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations went with it; galley undo brings all of it back</source>
        <translation>
            <numerusform>%n annotation went with it; galley undo brings all of it back</numerusform>
            <numerusform>%n annotations went with it; galley undo brings all of it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n articles the expression came to no end in time; they are not searched</source>
        <translation>
            <numerusform>in %n article the expression came to no end in time; it is not searched</numerusform>
            <numerusform>in %n articles the expression came to no end in time; they are not searched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message numerus="yes">
        <source>Remove %n annotations</source>
        <translation>
            <numerusform>Remove %n annotation</numerusform>
            <numerusform>Remove %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n passages that all agree on</source>
        <translation>
            <numerusform>Settle %n passage that all agree on</numerusform>
            <numerusform>Settle %n passages that all agree on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n passages that most agree on</source>
        <translation>
            <numerusform>Settle %n passage that most agree on</numerusform>
            <numerusform>Settle %n passages that most agree on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n passages that at least %1 agree on</source>
        <translation>
            <numerusform>Settle %n passage that at least %1 agree on</numerusform>
            <numerusform>Settle %n passages that at least %1 agree on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n passages as one coder has them</source>
        <translation>
            <numerusform>Settle %n passage as one coder has them</numerusform>
            <numerusform>Settle %n passages as one coder has them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n units of “%1” to be coded</source>
        <translation>
            <numerusform>Give %n unit of “%1” to be coded</numerusform>
            <numerusform>Give %n units of “%1” to be coded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recode %n annotations as %1</source>
        <translation>
            <numerusform>Recode %n annotation as %1</numerusform>
            <numerusform>Recode %n annotations as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flag %n annotations</source>
        <translation>
            <numerusform>Flag %n annotation</numerusform>
            <numerusform>Flag %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unflag %n annotations</source>
        <translation>
            <numerusform>Unflag %n annotation</numerusform>
            <numerusform>Unflag %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n examples to the codebook</source>
        <translation>
            <numerusform>Add an example to the codebook</numerusform>
            <numerusform>Add %n examples to the codebook</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n examples of “%1”</source>
        <translation>
            <numerusform>Add an example of “%1”</numerusform>
            <numerusform>Add %n examples of “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n counter-examples of “%1”</source>
        <translation>
            <numerusform>Add a counter-example of “%1”</numerusform>
            <numerusform>Add %n counter-examples of “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Find %n annotations still right</source>
        <translation>
            <numerusform>Find an annotation still right</numerusform>
            <numerusform>Find %n annotations still right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suggest %1 in %n places: %2</source>
        <translation>
            <numerusform>Suggest %1 in %n place: %2</numerusform>
            <numerusform>Suggest %1 in %n places: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n suggestions of %1</source>
        <translation>
            <numerusform>Withdraw %n suggestion of %1</numerusform>
            <numerusform>Withdraw %n suggestions of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Families</name>
    <message numerus="yes">
        <source>Find %n stories in several versions</source>
        <translation>
            <numerusform>Find %n story in several versions</numerusform>
            <numerusform>Find %n stories in several versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Carry %n annotations over to “%1”</source>
        <translation>
            <numerusform>Carry %n annotation over to “%1”</numerusform>
            <numerusform>Carry %n annotations over to “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations stay as they are</source>
        <translation>
            <numerusform>%n annotation stays as it is</numerusform>
            <numerusform>%n annotations stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved along</source>
        <translation>
            <numerusform>%n moved along</numerusform>
            <numerusform>%n moved along</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay with the text before and are to be looked at</source>
        <translation>
            <numerusform>%n stays with the text before and is to be looked at</numerusform>
            <numerusform>%n stay with the text before and are to be looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dates such as “%1” can be read with the day or with the month first. They stay as written until that is stated (--dates dmy or mdy).</source>
        <translation>
            <numerusform>%n date such as “%1” can be read with the day or with the month first. It stays as written until that is stated (--dates dmy or mdy).</numerusform>
            <numerusform>%n dates such as “%1” can be read with the day or with the month first. They stay as written until that is stated (--dates dmy or mdy).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraphs</source>
        <translation>
            <numerusform>%n paragraph</numerusform>
            <numerusform>%n paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dates such as “%1” are not understood or cannot be. They stay as they are written.</source>
        <translation>
            <numerusform>%n date such as “%1” is not understood or cannot be. It stays as it is written.</numerusform>
            <numerusform>%n dates such as “%1” are not understood or cannot be. They stay as they are written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message numerus="yes">
        <source>%n articles come in</source>
        <translation>
            <numerusform>%n article comes in</numerusform>
            <numerusform>%n articles come in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with a corrected text</source>
        <translation>
            <numerusform>%n of them with a corrected text</numerusform>
            <numerusform>%n of them with a corrected text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are there already or empty</source>
        <translation>
            <numerusform>%n is there already or empty</numerusform>
            <numerusform>%n are there already or empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remarks</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with sentences left out</source>
        <translation>
            <numerusform>%n with sentences left out</numerusform>
            <numerusform>%n with sentences left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Readers</name>
    <message numerus="yes">
        <source>%n stretches state their pieces in another order than the text has them; here they stand in reading order</source>
        <translation>
            <numerusform>%n stretch states its pieces in another order than the text has them; here they stand in reading order</numerusform>
            <numerusform>%n stretches state their pieces in another order than the text has them; here they stand in reading order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its offsets do not fit %1: only %2 of %n quotes stand at their places, whatever the offsets count. No annotation of it was taken.</source>
        <translation>
            <numerusform>Its offsets do not fit %1: its one quote does not stand at its place, whatever the offsets count (%2). No annotation of it was taken.</numerusform>
            <numerusform>Its offsets do not fit %1: only %2 of %n quotes stand at their places, whatever the offsets count. No annotation of it was taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: %n references to other sources (N)</source>
        <translation>
            <numerusform>left out: %n reference to another source (N)</numerusform>
            <numerusform>left out: %n references to other sources (N)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: %n equivalences (*)</source>
        <translation>
            <numerusform>left out: %n equivalence (*)</numerusform>
            <numerusform>left out: %n equivalences (*)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: %n notes that are of no stretch or event, or of a tool (#)</source>
        <translation>
            <numerusform>left out: %n note that is of no stretch or event, or of a tool (#)</numerusform>
            <numerusform>left out: %n notes that are of no stretch or event, or of a tool (#)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events without arguments came in as stretches</source>
        <translation>
            <numerusform>%n event without arguments came in as a stretch</numerusform>
            <numerusform>%n events without arguments came in as stretches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attachment(s), menu(s) and the like are no articles and were left out: %1</source>
        <translation>
            <numerusform>%Ln attachment(s), menu(s) and the like are no articles and were left out: %1</numerusform>
            <numerusform>%Ln attachment(s), menu(s) and the like are no articles and were left out: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is no well-formed XML: %n “&amp;” stand alone in it, and were read as they are.</source>
        <translation>
            <numerusform>It is no well-formed XML: %n “&amp;” stands alone in it, and was read as it is.</numerusform>
            <numerusform>It is no well-formed XML: %n “&amp;” stand alone in it, and were read as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is no well-formed XML: %n control characters in it were left out.</source>
        <translation>
            <numerusform>It is no well-formed XML: %n control character in it was left out.</numerusform>
            <numerusform>It is no well-formed XML: %n control characters in it were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sheet “%1” with %n rows was left out: no column of it holds the text of articles.</source>
        <translation>
            <numerusform>The sheet “%1” with %n row was left out: no column of it holds the text of articles.</numerusform>
            <numerusform>The sheet “%1” with %n rows was left out: no column of it holds the text of articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are shorter than the header; their last columns hold nothing: lines %1</source>
        <translation>
            <numerusform>%n row is shorter than the header; its last columns hold nothing: line %1</numerusform>
            <numerusform>%n rows are shorter than the header; their last columns hold nothing: lines %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n NUL characters in it became U+FFFD: %1</source>
        <translation>
            <numerusform>%n NUL character in it became U+FFFD: %1</numerusform>
            <numerusform>%n NUL characters in it became U+FFFD: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is UTF-8 but for %n places, whose bytes were read as windows-1252 or became U+FFFD: %1</source>
        <translation>
            <numerusform>It is UTF-8 but for %n place, whose bytes were read as windows-1252 or became U+FFFD: %1</numerusform>
            <numerusform>It is UTF-8 but for %n places, whose bytes were read as windows-1252 or became U+FFFD: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts hold tags of HTML such as &lt;/p&gt;; they came in as they are written, tags and all.</source>
        <translation>
            <numerusform>%n text holds tags of HTML such as &lt;/p&gt;; it came in as it is written, tags and all.</numerusform>
            <numerusform>%n texts hold tags of HTML such as &lt;/p&gt;; they came in as they are written, tags and all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” (%n cells)</source>
        <translation>
            <numerusform>“%1” (%n cell)</numerusform>
            <numerusform>“%1” (%n cells)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is %1 but for %n places, which became U+FFFD.</source>
        <translation>
            <numerusform>It is %1 but for %n place, which became U+FFFD.</numerusform>
            <numerusform>It is %1 but for %n places, which became U+FFFD.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n sets of codes, which Galley does not have: %1</source>
        <translation>
            <numerusform>Left out: a set of codes, which Galley does not have: %1</numerusform>
            <numerusform>Left out: %n sets of codes, which Galley does not have: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codes that nothing is coded with are here as retired codes.</source>
        <translation>
            <numerusform>A code that nothing is coded with is here as a retired code.</numerusform>
            <numerusform>%n codes that nothing is coded with are here as retired codes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codes got another name, as no two beside each other may have the same and none may be without.</source>
        <translation>
            <numerusform>A code got another name, as no two beside each other may have the same and none may be without.</numerusform>
            <numerusform>%n codes got another name, as no two beside each other may have the same and none may be without.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codes that others stand below have no row of their own; they are added without a definition.</source>
        <translation>
            <numerusform>A code that others stand below has no row of its own; it is added without a definition.</numerusform>
            <numerusform>%n codes that others stand below have no row of their own; they are added without a definition.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n columns: %1</source>
        <translation>
            <numerusform>Left out: a column: %1</numerusform>
            <numerusform>Left out: %n columns: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n rows above the one that names the columns.</source>
        <translation>
            <numerusform>Left out: a row above the one that names the columns.</numerusform>
            <numerusform>Left out: %n rows above the one that names the columns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Retiring</name>
    <message numerus="yes">
        <source>Take %n articles out: %1</source>
        <translation>
            <numerusform>Take %n article out: %1</numerusform>
            <numerusform>Take %n articles out: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleReport</name>
    <message numerus="yes">
        <source>%n constructed weeks</source>
        <translation>
            <numerusform>%n constructed week</numerusform>
            <numerusform>%n constructed weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message numerus="yes">
        <source>Draw %n articles as “%1”</source>
        <translation>
            <numerusform>Draw %n article as “%1”</numerusform>
            <numerusform>Draw %n articles as “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sets</name>
    <message numerus="yes">
        <source>Make the set “%1” of %Ln articles</source>
        <translation>
            <numerusform>Make the set “%1” of %Ln article</numerusform>
            <numerusform>Make the set “%1” of %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each article is to be coded by %1, and there are %Ln coders.</source>
        <translation>
            <numerusform>Each article is to be coded by %1, and there is %Ln coder.</numerusform>
            <numerusform>Each article is to be coded by %1, and there are %Ln coders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln articles of “%1”</source>
        <translation>
            <numerusform>Assign %Ln article of “%1”</numerusform>
            <numerusform>Assign %Ln articles of “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln articles of “%1” from “%2” to others</source>
        <translation>
            <numerusform>Give %Ln article of “%1” from “%2” to others</numerusform>
            <numerusform>Give %Ln articles of “%1” from “%2” to others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionReport</name>
    <message numerus="yes">
        <source>%Ln places suggested as “%1”</source>
        <translation>
            <numerusform>%Ln place suggested as “%1”</numerusform>
            <numerusform>%Ln places suggested as “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in a passage that is suggested already by another</source>
        <translation>
            <numerusform>%Ln in a passage that is suggested already by another</numerusform>
            <numerusform>%Ln in a passage that is suggested already by another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already coded so</source>
        <translation>
            <numerusform>%Ln already coded so</numerusform>
            <numerusform>%Ln already coded so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already suggested or answered</source>
        <translation>
            <numerusform>%Ln already suggested or answered</numerusform>
            <numerusform>%Ln already suggested or answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in parts that the layer leaves out</source>
        <translation>
            <numerusform>%Ln in parts that the layer leaves out</numerusform>
            <numerusform>%Ln in parts that the layer leaves out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln where the rules of the layer forbid it</source>
        <translation>
            <numerusform>%Ln where the rules of the layer forbid it</numerusform>
            <numerusform>%Ln where the rules of the layer forbid it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%Ln more matched annotations</source>
        <translation>
            <numerusform>%Ln more matched annotation</numerusform>
            <numerusform>%Ln more matched annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more articles</source>
        <translation>
            <numerusform>%Ln more article</numerusform>
            <numerusform>%Ln more articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more units</source>
        <translation>
            <numerusform>%Ln more unit</numerusform>
            <numerusform>%Ln more units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ActorsController</name>
    <message numerus="yes">
        <source>%n actors are new or have more now.</source>
        <translation>
            <numerusform>%n actor is new or has more now.</numerusform>
            <numerusform>%n actors are new or have more now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actors written to %1</source>
        <translation>
            <numerusform>%n actor written to %1</numerusform>
            <numerusform>%n actors written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ActorsPage</name>
    <message numerus="yes">
        <source>%n annotations name “%1”. They will name, as one step that can be undone:</source>
        <translation>
            <numerusform>%n annotation names “%1”. It will name, as one step that can be undone:</numerusform>
            <numerusform>%n annotations name “%1”. They will name, as one step that can be undone:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::AnnotationListModel</name>
    <message numerus="yes">
        <source>%1, %n annotations</source>
        <translation>
            <numerusform>%1, %n annotation</numerusform>
            <numerusform>%1, %n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::AnnotationsController</name>
    <message numerus="yes">
        <source>%n of the chosen annotations are another coder’s and stay as they are.</source>
        <translation>
            <numerusform>%n of the chosen annotations is another coder’s and stays as it is.</numerusform>
            <numerusform>%n of the chosen annotations are another coder’s and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n annotations to…</source>
        <translation>
            <numerusform>Change %n annotation to…</numerusform>
            <numerusform>Change %n annotations to…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations are on the clipboard.</source>
        <translation>
            <numerusform>%n annotation is on the clipboard.</numerusform>
            <numerusform>%n annotations are on the clipboard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows written to %1</source>
        <translation>
            <numerusform>%n row written to %1</numerusform>
            <numerusform>%n rows written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::AnnotationsPage</name>
    <message numerus="yes">
        <source>%Ln annotations</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen. Return goes to the place in the text; the list is left as it is.</source>
        <translation>
            <numerusform>%Ln chosen. Return goes to the place in the text; the list is left as it is.</numerusform>
            <numerusform>%Ln chosen. Return goes to the place in the text; the list is left as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen. Its code meant something else when it was given: Ctrl+G where it is still right, F2 for another code.</source>
        <translation>
            <numerusform>1 chosen. Its code meant something else when it was given: Ctrl+G where it is still right, F2 for another code.</numerusform>
            <numerusform>%Ln chosen. Their codes meant something else when they were given: Ctrl+G where they are still right, F2 for another code.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ArticleDelegate</name>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ArticleListModel</name>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ArticlesController</name>
    <message numerus="yes">
        <source>Your queue is done: %Ln articles.</source>
        <translation>
            <numerusform>Your queue is done: %Ln article.</numerusform>
            <numerusform>Your queue is done: %Ln articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is marked done, and %Ln required answers are missing: %2.</source>
        <translation>
            <numerusform>%1 is marked done, and %Ln required answer is missing: %2.</numerusform>
            <numerusform>%1 is marked done, and %Ln required answers are missing: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> with %n annotations</source>
        <translation>
            <numerusform> with %n annotation</numerusform>
            <numerusform> with %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> of %n coders</source>
        <translation>
            <numerusform> of %n coder</numerusform>
            <numerusform> of %n coders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is marked irrelevant, and %Ln passages that you coded in it stay.</source>
        <translation>
            <numerusform>%1 is marked irrelevant, and %Ln passage that you coded in it stays.</numerusform>
            <numerusform>%1 is marked irrelevant, and %Ln passages that you coded in it stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::BracketMargin</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ChoiceButton</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::CodeMergingController</name>
    <message numerus="yes">
        <source>%n annotations have it: %1</source>
        <translation>
            <numerusform>1 annotation has it: %1</numerusform>
            <numerusform>%n annotations have it: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::CodebookPlaceController</name>
    <message numerus="yes">
        <source>Applying it alters %n parts of the codebook.</source>
        <translation>
            <numerusform>Applying it alters %n part of the codebook.</numerusform>
            <numerusform>Applying it alters %n parts of the codebook.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::CodingMatrix</name>
    <message numerus="yes">
        <source>Agreement takes at least two coders; the table has %n.</source>
        <translation>
            <numerusform>Agreement takes at least two coders; the table has %n.</numerusform>
            <numerusform>Agreement takes at least two coders; the table has %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” (%n cells)</source>
        <translation>
            <numerusform>“%1” (%n cell)</numerusform>
            <numerusform>“%1” (%n cells)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are shorter than the header; their last cells were taken as empty.</source>
        <translation>
            <numerusform>%n row is shorter than the header; its last cells were taken as empty.</numerusform>
            <numerusform>%n rows are shorter than the header; their last cells were taken as empty.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::CompareController</name>
    <message numerus="yes">
        <source>%Ln to look at (L)</source>
        <translation>
            <numerusform>%Ln to look at (L)</numerusform>
            <numerusform>%Ln to look at (L)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comments</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ConfusionView</name>
    <message numerus="yes">
        <source>%1: %2, %3: %4 – %Ln times</source>
        <translation>
            <numerusform>%1: %2, %3: %4 – once</numerusform>
            <numerusform>%1: %2, %3: %4 – %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::DiscussionController</name>
    <message numerus="yes">
        <source>%n wait for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ExportController</name>
    <message numerus="yes">
        <source>%n rows written to %1</source>
        <translation>
            <numerusform>%n row written to %1</numerusform>
            <numerusform>%n rows written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::FindBar</name>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ImportController</name>
    <message numerus="yes">
        <source>%n articles imported</source>
        <translation>
            <numerusform>%n article imported</numerusform>
            <numerusform>%n articles imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n annotations</source>
        <translation>
            <numerusform>, %n annotation</numerusform>
            <numerusform>, %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; the encoding of %n files was guessed</source>
        <translation>
            <numerusform>; the encoding of %n file was guessed</numerusform>
            <numerusform>; the encoding of %n files was guessed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n items left out</source>
        <translation>
            <numerusform>; %n item left out</numerusform>
            <numerusform>; %n items left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n have a corrected text</source>
        <translation>
            <numerusform>; %n has a corrected text</numerusform>
            <numerusform>; %n have a corrected text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ImportPreview</name>
    <message numerus="yes">
        <source>, %n unticked</source>
        <translation>
            <numerusform>, %n unticked</numerusform>
            <numerusform>, %n unticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n corrected</source>
        <translation>
            <numerusform>, %n corrected</numerusform>
            <numerusform>, %n corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dates such as “%1”</source>
        <translation>
            <numerusform>%n date such as “%1”</numerusform>
            <numerusform>%n dates such as “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ImportReportPanel</name>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coders</source>
        <translation>
            <numerusform>%n coder</numerusform>
            <numerusform>%n coders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left out:</source>
        <translation>
            <numerusform>%n was left out:</numerusform>
            <numerusform>%n were left out:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::InspectorPanel</name>
    <message numerus="yes">
        <source>%n comments</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::MergeController</name>
    <message numerus="yes">
        <source>%Ln annotations added</source>
        <translation>
            <numerusform>%Ln annotation added</numerusform>
            <numerusform>%Ln annotations added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other rows added</source>
        <translation>
            <numerusform>%Ln other row added</numerusform>
            <numerusform>%Ln other rows added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows changed</source>
        <translation>
            <numerusform>%Ln row changed</numerusform>
            <numerusform>%Ln rows changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln removed</numerusform>
            <numerusform>%Ln removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to be looked at</source>
        <translation>
            <numerusform>%Ln to be looked at</numerusform>
            <numerusform>%Ln to be looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %Ln copies…</source>
        <translation>
            <numerusform>Reading %Ln copy…</numerusform>
            <numerusform>Reading %Ln copies…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::PacketController</name>
    <message numerus="yes">
        <source>%1 (%Ln articles, renewed)</source>
        <translation>
            <numerusform>%1 (%Ln article, renewed)</numerusform>
            <numerusform>%1 (%Ln articles, renewed)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln articles)</source>
        <translation>
            <numerusform>%1 (%Ln article)</numerusform>
            <numerusform>%1 (%Ln articles)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ReadingPage</name>
    <message numerus="yes">
        <source>Selected %1–%2 (%n characters)</source>
        <translation>
            <numerusform>Selected %1–%2 (%n character)</numerusform>
            <numerusform>Selected %1–%2 (%n characters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::SamplingController</name>
    <message numerus="yes">
        <source>%n articles were drawn as “%1”; the list shows them.</source>
        <translation>
            <numerusform>%n article was drawn as “%1”; the list shows them.</numerusform>
            <numerusform>%n articles were drawn as “%1”; the list shows them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::SearchController</name>
    <message numerus="yes">
        <source>In %n articles the expression came to no end in time; they are not searched. A simpler one may do.</source>
        <translation>
            <numerusform>In %n article the expression came to no end in time; it is not searched. A simpler one may do.</numerusform>
            <numerusform>In %n articles the expression came to no end in time; they are not searched. A simpler one may do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searching… %Ln places so far</source>
        <translation>
            <numerusform>Searching… %Ln place so far</numerusform>
            <numerusform>Searching… %Ln places so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; the first %Ln are listed, all are counted under Articles</source>
        <translation>
            <numerusform>%1; the first one is listed, all are counted under Articles</numerusform>
            <numerusform>%1; the first %Ln are listed, all are counted under Articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suggest %Ln places to everybody as…</source>
        <translation>
            <numerusform>Suggest %Ln place to everybody as…</numerusform>
            <numerusform>Suggest %Ln places to everybody as…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suggest %Ln places as…</source>
        <translation>
            <numerusform>Suggest %Ln place as…</numerusform>
            <numerusform>Suggest %Ln places as…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::SetDialog</name>
    <message numerus="yes">
        <source>%1 (%Ln articles)</source>
        <translation>
            <numerusform>%1 (%Ln article)</numerusform>
            <numerusform>%1 (%Ln articles)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::SpanTable</name>
    <message numerus="yes">
        <source>Agreement takes at least two coders; the table has %n.</source>
        <translation>
            <numerusform>Agreement takes at least two coders; the table has %n.</numerusform>
            <numerusform>Agreement takes at least two coders; the table has %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::StudyController</name>
    <message numerus="yes">
        <source>%Ln articles are handed on.</source>
        <translation>
            <numerusform>%Ln article is handed on.</numerusform>
            <numerusform>%Ln articles are handed on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay: the others code them already.</source>
        <translation>
            <numerusform>%Ln stays: the others code it already.</numerusform>
            <numerusform>%Ln stay: the others code them already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::SuggestionController</name>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::TeamPage</name>
    <message numerus="yes">
        <source>No disagreement is open. %Ln passages that all agree on are not in the consensus yet: settle them in one step (Compare, Ctrl+Shift+G).</source>
        <translation>
            <numerusform>No disagreement is open. %Ln passage that all agree on is not in the consensus yet: settle it in one step (Compare, Ctrl+Shift+G).</numerusform>
            <numerusform>No disagreement is open. %Ln passages that all agree on are not in the consensus yet: settle them in one step (Compare, Ctrl+Shift+G).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::ThreadDelegate</name>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::UnitsController</name>
    <message numerus="yes">
        <source>All %n units were given before.</source>
        <translation>
            <numerusform>The %n unit was given before.</numerusform>
            <numerusform>All %n units were given before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n units are given. Agreement shows what their coders say of them.</source>
        <translation>
            <numerusform>%n unit is given. Agreement shows what its coders say of it.</numerusform>
            <numerusform>%n units are given. Agreement shows what their coders say of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::VersionsController</name>
    <message numerus="yes">
        <source>Carry %n annotations over to other versions</source>
        <translation>
            <numerusform>Carry %n annotation over to other versions</numerusform>
            <numerusform>Carry %n annotations over to other versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations were carried over; each is to be confirmed where it now stands.</source>
        <translation>
            <numerusform>%n annotation was carried over; it is to be confirmed where it now stands.</numerusform>
            <numerusform>%n annotations were carried over; each is to be confirmed where it now stands.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have no place there.</source>
        <translation>
            <numerusform>%n has no place there.</numerusform>
            <numerusform>%n have no place there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::printArticle</name>
    <message numerus="yes">
        <source>%1 (%n)</source>
        <translation>
            <numerusform>%1 (%n)</numerusform>
            <numerusform>%1 (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>galley::BratWriter</name>
    <message numerus="yes">
        <source>left out: %n annotations of whole articles, which brat has no place for</source>
        <translation>
            <numerusform>left out: %n annotation of a whole article, which brat has no place for</numerusform>
            <numerusform>left out: %n annotations of whole articles, which brat has no place for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out: %n flags</source>
        <translation>
            <numerusform>left out: %n flag</numerusform>
            <numerusform>left out: %n flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values are too long for an attribute and stand in notes</source>
        <translation>
            <numerusform>%n value is too long for an attribute and stands in a note</numerusform>
            <numerusform>%n values are too long for an attribute and stand in notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memos stand on one line</source>
        <translation>
            <numerusform>%n memo stands on one line</numerusform>
            <numerusform>%n memos stand on one line</numerusform>
        </translation>
    </message>
</context>
</TS>
