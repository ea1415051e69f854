// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rtftext.h"

#include "rtftokens.h"
#include "rtfwords.h"
#include "rtfwriting.h"

#include <readers/readertext.h>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr size_t deepestGroup = 1000;

/// Where the text of a group goes.
enum class GroupPlace { Text, Nowhere, Beside, Around, Fonts, Styles, Information, Value, Date, UserName, UserValue };

struct RtfGroup
{
    GroupPlace place = GroupPlace::Text;
    bool own = false;   ///< the place begins with this group
    bool opens = false; ///< a note or a text box with paragraphs of its own
    bool note = false;
    bool ignorable = false;
    bool hidden = false, deleted = false, movedAway = false;
    bool bold = false;
    int font = -1;
    int standIns = 1;
    int style = 0;
    int outline = -1; ///< level stated by the paragraph itself
};

/// Paragraphs of the body, a note or a text box.
struct RtfFlow
{
    QString text;
    bool bold = false, plain = false; ///< are there words so?
    std::vector<TextParagraph> paragraphs;
    std::vector<TextParagraph> boxes; ///< behind the paragraph at work
};

class RtfDocument
{
public:
    Result<DocumentText> read(QByteArrayView bytes);

private:
    void begin();
    void end();
    void word(const RtfToken &token);
    bool place(const QByteArray &word);
    void open(bool note);
    void property(const QByteArray &word, const RtfToken &token);
    void inInformation(const QByteArray &word, const RtfToken &token);
    void symbol(char symbol);
    void byte(char byte);
    void store();
    void endParagraph();
    void noteWeight() { (group().bold ? m_flows.back().bold : m_flows.back().plain) = true; }
    void collect();
    bool takesText();
    std::optional<LeftOutReason> whyUnseen() const;
    TextAccount accountOfAll();
    bool isShown() const { return !group().hidden && !group().deleted && !group().movedAway; }
    RtfGroup &group() { return m_groups.back(); }
    const RtfGroup &group() const { return m_groups.back(); }
    int font() const { return group().font < 0 ? m_characters.documentFont : group().font; }

    RtfCharacters m_characters;
    std::vector<RtfGroup> m_groups;
    std::vector<RtfFlow> m_flows{1};
    std::vector<TextParagraph> m_notes;
    RtfStyleSheet m_styles;
    DocumentText m_document;
    TextAccount m_beside; ///< what is in no paragraph
    std::optional<LeftOutReason> m_unseen; ///< why what is being read is shown to nobody

    QByteArray m_valueName;
    QString m_userName;
    QHash<QByteArray, int> m_date;
};

Result<DocumentText> RtfDocument::read(QByteArrayView bytes)
{
    RtfTokens tokens(bytes);
    for (RtfToken token = tokens.next(); token.kind != RtfToken::Kind::End; token = tokens.next()) {
        if (token.kind == RtfToken::Kind::GroupBegin) {
            if (m_groups.size() > deepestGroup)
                return failed(Readers::tr("The RTF is nested more than %L1 deep.").arg(deepestGroup));
            begin();
        } else if (token.kind == RtfToken::Kind::GroupEnd) {
            end();
            if (m_groups.empty())
                break; // whatever follows belongs to no document
        } else if (token.kind == RtfToken::Kind::Word) {
            word(token);
        } else if (token.kind == RtfToken::Kind::Symbol) {
            symbol(token.byte);
        } else {
            byte(token.byte);
        }
    }
    if (tokens.rest().contains("\\par") || tokens.rest().contains("\\f0"))
        m_document.remarks.push_back(Readers::tr("The RTF document ends before the file does; what follows was left out."));
    if (!m_groups.empty())
        m_document.remarks.push_back(Readers::tr("The RTF document breaks off before its end."));
    while (!m_groups.empty())
        end();
    m_document.paragraphs = std::move(m_flows.front().paragraphs);
    std::ranges::move(m_notes, std::back_inserter(m_document.paragraphs));
    m_document.account = accountOfAll();
    if (m_characters.hasDoubtful())
        m_document.remarks.push_back(Readers::tr("Some characters do not fit the code page that the RTF document states for them."));
    return std::move(m_document);
}

/// All text of the file, in its paragraphs and beside them.
TextAccount RtfDocument::accountOfAll()
{
    TextAccount account;
    for (const TextParagraph &paragraph : m_document.paragraphs)
        account.took(paragraph.text);
    account.add(std::move(m_beside));
    return account;
}

/// What was read since the last time goes where it belongs.
void RtfDocument::collect()
{
    const QString text = m_characters.take();
    if (m_unseen)
        m_beside.left(text, *m_unseen);
    else
        m_flows.back().text += text;
}

void RtfDocument::begin()
{
    m_characters.endSkipping();
    RtfGroup inner = m_groups.empty() ? RtfGroup() : group();
    inner.own = inner.opens = inner.note = inner.ignorable = false;
    m_groups.push_back(inner);
}

void RtfDocument::end()
{
    m_characters.endSkipping();
    const RtfGroup ended = group();
    if (ended.own)
        store();
    if (ended.opens || m_groups.size() == 1) {
        collect();
        if (!m_flows.back().text.isEmpty() || !m_flows.back().boxes.empty())
            endParagraph();
    }
    if (ended.opens) {
        RtfFlow flow = std::move(m_flows.back());
        m_flows.pop_back();
        for (TextParagraph &paragraph : flow.paragraphs) {
            while (ended.note && (paragraph.text.startsWith(u' ') || paragraph.text.startsWith(u'\t'))) // after the mark
                paragraph.text.remove(0, 1);
        }
        std::ranges::move(flow.paragraphs, std::back_inserter(ended.note ? m_notes : m_flows.back().boxes));
    }
    m_groups.pop_back();
}

/// What a group was read for, when it ends.
void RtfDocument::store()
{
    Article &stated = m_document.stated;
    switch (group().place) {
    case GroupPlace::Value:
    case GroupPlace::UserValue: {
        QString value = m_characters.take().simplified();
        const QString name = group().place == GroupPlace::Value ? QString::fromLatin1(m_valueName) : m_userName;
        if (name == "generator"_L1 && value.endsWith(u';'))
            value.chop(1);
        m_beside.left(value, LeftOutReason::Metadata);
        if (name == "title"_L1)
            stated.title = value;
        else if (name == "author"_L1)
            stated.authors = value;
        else if (!value.isEmpty() && !name.isEmpty())
            stated.fields.insert(name, value);
        break;
    }
    case GroupPlace::UserName:
        m_userName = m_characters.take().simplified();
        break;
    case GroupPlace::Beside:
        collect();
        m_unseen.reset();
        break;
    case GroupPlace::Date: {
        const QDate date(m_date.value("yr"), m_date.value("mo", 1), m_date.value("dy", 1));
        const QTime time(m_date.value("hr"), m_date.value("min"), m_date.value("sec"));
        if (date.isValid() && time.isValid())
            stated.fields.insert(QString::fromLatin1(m_valueName),
                                 date.toString(Qt::ISODate) + u'T' + time.toString(Qt::ISODate));
        break;
    }
    default:
        break;
    }
}

void RtfDocument::word(const RtfToken &token)
{
    const GroupPlace where = group().place;
    const QByteArray word = token.word.toByteArray();
    if (where == GroupPlace::Nowhere)
        return;
    const bool ignorable = std::exchange(group().ignorable, false);
    if (word == "u") {
        if (takesText()) {
            if (!m_unseen)
                noteWeight();
            m_characters.unicode(token.parameter, group().standIns, font());
        }
        return;
    }
    if (where == GroupPlace::Fonts && !ignorable)
        return m_characters.fonts.word(word, token.parameter);
    if (where == GroupPlace::Styles && !ignorable)
        return m_styles.word(word, token.parameter);
    if (place(word))
        return;
    if (ignorable) {
        group().place = GroupPlace::Nowhere;
        return;
    }
    if (where == GroupPlace::Information || where == GroupPlace::Date)
        return inInformation(word, token);
    property(word, token);
}

/// Is it the beginning of a group with a purpose of its own?
bool RtfDocument::place(const QByteArray &word)
{
    const auto becomes = [&](GroupPlace place) {
        if (group().place == GroupPlace::Text) {
            collect();
            m_unseen.reset();
        }
        group().place = place;
        group().own = true;
        return true;
    };
    if (holdsNoText(word))
        return becomes(GroupPlace::Nowhere);
    if (group().place == GroupPlace::Beside)
        return false;
    if (isBesideTheText(word)) {
        becomes(GroupPlace::Beside);
        m_unseen = word == "annotation" ? LeftOutReason::Withdrawn : word.endsWith("text") ? LeftOutReason::Label : LeftOutReason::Part;
        return true;
    }
    if (word == "fonttbl")
        return becomes(GroupPlace::Fonts);
    if (word == "stylesheet")
        return becomes(GroupPlace::Styles);
    if (word == "info" || word == "userprops")
        return becomes(GroupPlace::Information);
    if (isInformation(word) && (group().place == GroupPlace::Information || word == "generator")) {
        m_valueName = word;
        return becomes(GroupPlace::Value);
    }
    if (isDateOfDocument(word) && group().place == GroupPlace::Information) {
        m_valueName = word;
        m_date.clear();
        return becomes(GroupPlace::Date);
    }
    if (word == "propname" || word == "staticval")
        return becomes(word == "propname" ? GroupPlace::UserName : GroupPlace::UserValue);
    // Around a text box, or around two forms of the same text of which \ud is the better one.
    if (word == "shpinst" || word == "do" || word == "upr")
        return becomes(GroupPlace::Around);
    if ((word == "ud" && group().place == GroupPlace::Around) || word == "moMath" || word == "moMathPara")
        return becomes(GroupPlace::Text);
    if (word == "footnote" && !isShown()) {
        becomes(GroupPlace::Beside);
        m_unseen = LeftOutReason::Hidden;
        return true;
    }
    if (word == "shptxt" || word == "dptxbxtext" || word == "footnote") {
        becomes(GroupPlace::Text);
        open(word == "footnote");
        return true;
    }
    return false;
}

void RtfDocument::open(bool note)
{
    collect();
    m_flows.emplace_back();
    group().opens = true;
    group().note = note;
    group().style = 0;
    group().outline = -1;
}

void RtfDocument::property(const QByteArray &word, const RtfToken &token)
{
    const int number = token.parameter;
    const bool on = !token.hasParameter || number != 0;
    if (const char16_t character = characterOf(word)) {
        if (takesText())
            m_characters.character(character);
    } else if (word == "par" || word == "cell" || word == "nestcell" || word == "sect") {
        if (group().place == GroupPlace::Text && isShown())
            endParagraph();
        else if (takesText())
            m_characters.character(u'\n');
    } else if (word == "page" || word == "column" || word == "row" || word == "nestrow") {
        if (group().place == GroupPlace::Text)
            collect();
        if (group().place == GroupPlace::Text && isShown() && !m_flows.back().text.trimmed().isEmpty())
            endParagraph();
    } else if (word == "f") {
        group().font = number;
    } else if (word == "uc") {
        group().standIns = std::clamp(number, 0, 100);
    } else if (word == "plain") {
        group().font = -1;
        group().hidden = group().deleted = group().movedAway = group().bold = false;
    } else if (word == "b") {
        group().bold = on;
    } else if (word == "v") {
        group().hidden = on;
    } else if (word == "deleted") {
        group().deleted = on;
    } else if (word == "mvf") {
        group().movedAway = on;
    } else if (word == "pard") {
        group().style = 0;
        group().outline = -1;
    } else if (word == "s") {
        group().style = number;
    } else if (word == "outlinelevel") {
        group().outline = number;
    } else if (word == "ansicpg") {
        m_characters.setCodePage(number);
    } else if (word == "mac") {
        m_characters.setCodePage(10000);
    } else if (word == "pc" || word == "pca") {
        m_characters.setCodePage(word == "pc" ? 437 : 850);
    } else if (word == "deff") {
        m_characters.documentFont = number;
    }
}

void RtfDocument::inInformation(const QByteArray &word, const RtfToken &token)
{
    if (group().place == GroupPlace::Date)
        m_date.insert(word, token.parameter);
    else if (token.hasParameter && word != "proptype")
        m_document.stated.fields.insert(QString::fromLatin1(word), QString::number(token.parameter));
}

void RtfDocument::symbol(char symbol)
{
    switch (symbol) {
    case '*':
        group().ignorable = true;
        return;
    case '\\':
    case '{':
    case '}':
        return byte(symbol);
    case '~':
    case '-':
    case '_':
        if (takesText())
            m_characters.character(symbol == '~' ? u'\u00A0' : symbol == '-' ? u'\u00AD' : u'\u2011');
        return;
    default:
        return;
    }
}

void RtfDocument::byte(char byte)
{
    switch (group().place) {
    case GroupPlace::Fonts:
        return m_characters.fonts.byte(byte);
    case GroupPlace::Styles:
        return m_styles.byte(byte);
    default:
        if (takesText()) {
            if (byte != ' ' && !m_unseen)
                noteWeight();
            m_characters.byte(byte, font());
        }
        return;
    }
}

/// Why nobody sees the text of this group.
std::optional<LeftOutReason> RtfDocument::whyUnseen() const
{
    if (isShown())
        return std::nullopt;
    return group().hidden ? LeftOutReason::Hidden : LeftOutReason::Withdrawn;
}

/// Is text of this group anyone's? What nobody sees is kept apart from what stands around it.
bool RtfDocument::takesText()
{
    switch (group().place) {
    case GroupPlace::Text:
        if (const auto why = whyUnseen(); why != m_unseen) {
            collect();
            m_unseen = why;
        }
        return true;
    case GroupPlace::Beside:
    case GroupPlace::Value:
    case GroupPlace::UserName:
    case GroupPlace::UserValue:
        return true;
    default:
        return false;
    }
}

void RtfDocument::endParagraph()
{
    collect();
    m_unseen.reset();
    RtfFlow &flow = m_flows.back();
    auto zone = m_styles.zone(group().style);
    if (!zone)
        zone = zoneOfStyle({}, group().outline);
    flow.paragraphs.push_back({std::exchange(flow.text, {}), zone, flow.bold && !flow.plain});
    flow.bold = flow.plain = false;
    std::ranges::move(std::exchange(flow.boxes, {}), std::back_inserter(flow.paragraphs));
}

} // namespace

namespace {

/// Raw UTF-8, as programs that know no better write it, in the form that RTF has for it. In any code page of RTF it would hardly
/// ever be valid UTF-8 throughout.
QByteArray withEscapedUtf8(QByteArrayView bytes)
{
    QByteArray escaped;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype end = at;
        while (end < bytes.size() && uchar(bytes[end]) >= 0x80)
            ++end;
        const QString text = QString::fromUtf8(bytes.sliced(at, end - at));
        for (const QChar unit : text)
            escaped += "{\\uc1\\u" + QByteArray::number(qint16(unit.unicode())) + "?}";
        if (end < bytes.size())
            escaped += bytes[end];
        at = end + 1;
    }
    return escaped;
}

} // namespace

Result<DocumentText> rtfText(QByteArrayView bytes)
{
    bytes = bytes.trimmed();
    if (!bytes.startsWith("{\\rtf"))
        return failed(Readers::tr("It is no RTF document."));
    if (std::ranges::none_of(bytes, [](char c) { return uchar(c) >= 0x80; }) || !bytes.isValidUtf8())
        return RtfDocument().read(bytes);
    auto document = RtfDocument().read(withEscapedUtf8(bytes));
    if (document)
        document->remarks += Readers::tr("Its text is UTF-8 as it stands, which RTF does not know; it was read as UTF-8.");
    return document;
}

} // namespace galley
