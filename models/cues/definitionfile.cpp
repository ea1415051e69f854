// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "definitionfile.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace galley {

namespace {

constexpr std::array ruleNames{
    "AnyChar"_L1, "DetectChar"_L1, "Detect2Chars"_L1, "DetectIdentifier"_L1, "DetectSpaces"_L1, "Float"_L1,
    "HlCChar"_L1, "HlCHex"_L1, "HlCOct"_L1, "HlCStringChar"_L1, "IncludeRules"_L1, "Int"_L1, "keyword"_L1,
    "LineContinue"_L1, "RangeDetect"_L1, "RegExpr"_L1, "StringDetect"_L1, "WordDetect"_L1};

struct Definitions
{
    Q_DECLARE_TR_FUNCTIONS(DefinitionFile)
};

/// A name used at a line, to be looked up when the whole file is read.
struct Reference
{
    QString name;
    qint64 line = 0;
};

/// "#pop#pop!Name" and "Name" lead to Name; "#stay", "#pop" and other definitions' contexts lead to none of ours.
QString targetContext(QStringView value)
{
    if (value.contains("##"_L1))
        return {};
    if (!value.startsWith(u'#'))
        return value.toString();
    const qsizetype mark = value.indexOf(u'!');
    return mark < 0 ? QString() : value.sliced(mark + 1).toString();
}

bool leadsNowhere(QStringView context)
{
    return context.isEmpty() || context == "#stay"_L1;
}

class Checker
{
public:
    explicit Checker(const QByteArray &xml)
        : m_reader(xml)
    {
    }

    Result<DefinitionFile> run()
    {
        if (m_reader.readNextStartElement())
            readRoot();
        if (m_reader.hasError() && m_problem.isEmpty())
            complain(m_reader.lineNumber(), m_reader.errorString());
        if (m_problem.isEmpty())
            lookUp();
        if (!m_problem.isEmpty())
            return failed(m_problem);
        return m_file;
    }

private:
    void complain(qint64 line, const QString &reason)
    {
        if (m_problem.isEmpty())
            m_problem = Definitions::tr("line %1: %2").arg(line).arg(reason);
    }

    QString attribute(QLatin1StringView name) const { return m_reader.attributes().value(name).toString(); }

    void readRoot()
    {
        static const QRegularExpression version(u"^\\d+\\.\\d+$"_s);
        if (m_reader.name() != "language"_L1)
            return complain(m_reader.lineNumber(), Definitions::tr("the outermost element is <%1>, not <language>").arg(m_reader.name()));
        m_file.name = attribute("name"_L1).trimmed();
        m_file.languages = attribute("alternativeNames"_L1).split(u';', Qt::SkipEmptyParts);
        if (m_file.name.isEmpty())
            return complain(m_reader.lineNumber(), Definitions::tr("<language> has no name"));
        if (!version.match(attribute("kateversion"_L1)).hasMatch())
            return complain(m_reader.lineNumber(), Definitions::tr("<language> needs kateversion=\"5.0\" or another version with a dot"));
        while (m_problem.isEmpty() && !m_reader.atEnd()) {
            if (m_reader.readNext() == QXmlStreamReader::StartElement)
                readElement();
        }
    }

    void readElement()
    {
        const QStringView name = m_reader.name();
        const qint64 line = m_reader.lineNumber();
        if (name == "list"_L1) {
            m_lists.insert(attribute("name"_L1));
        } else if (name == "itemData"_L1) {
            m_styles.insert(attribute("name"_L1));
            if (attribute("defStyleNum"_L1) != "dsNormal"_L1)
                m_file.kinds << attribute("name"_L1);
        } else if (name == "context"_L1) {
            m_contexts.insert(attribute("name"_L1));
            for (const auto next : {"lineEndContext"_L1, "lineEmptyContext"_L1, "fallthroughContext"_L1})
                refer(m_usedContexts, targetContext(attribute(next)), line);
            refer(m_usedStyles, attribute("attribute"_L1), line);
            readRules();
        }
    }

    void readRules()
    {
        while (m_problem.isEmpty() && m_reader.readNextStartElement())
            readRule();
    }

    void readRule()
    {
        const qint64 line = m_reader.lineNumber();
        const QString name = m_reader.name().toString();
        if (!std::ranges::contains(ruleNames, name))
            return complain(line, Definitions::tr("<%1> is not a rule").arg(name));
        refer(m_usedContexts, targetContext(attribute("context"_L1)), line);
        refer(m_usedStyles, attribute("attribute"_L1), line);
        if (const QString context = attribute("context"_L1); context.contains("##"_L1))
            m_file.includes << context.sliced(context.indexOf("##"_L1) + 2);
        if (name == "keyword"_L1 && !attribute("String"_L1).contains("##"_L1))
            refer(m_usedLists, attribute("String"_L1), line);
        if (attribute("lookAhead"_L1) == "true"_L1 && leadsNowhere(attribute("context"_L1)))
            complain(line, Definitions::tr("a rule that only looks ahead has to lead to another context"));
        if (name == "RegExpr"_L1)
            checkExpression(attribute("String"_L1), line);
        readRules();
    }

    void checkExpression(const QString &pattern, qint64 line)
    {
        const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
        if (!expression.isValid())
            complain(line, Definitions::tr("the expression does not compile: %1, at character %2")
                               .arg(expression.errorString()).arg(expression.patternErrorOffset() + 1));
    }

    static void refer(std::vector<Reference> &references, const QString &name, qint64 line)
    {
        if (!name.isEmpty())
            references.push_back({name, line});
    }

    void lookUp()
    {
        if (m_contexts.isEmpty())
            complain(m_reader.lineNumber(), Definitions::tr("there is no <context>, so nothing would be marked"));
        for (const Reference &context : m_usedContexts) {
            if (!m_contexts.contains(context.name))
                complain(context.line, Definitions::tr("there is no context named “%1”").arg(context.name));
        }
        for (const Reference &style : m_usedStyles) {
            if (!m_styles.contains(style.name))
                complain(style.line, Definitions::tr("there is no itemData named “%1”").arg(style.name));
        }
        for (const Reference &list : m_usedLists) {
            if (!m_lists.contains(list.name))
                complain(list.line, Definitions::tr("there is no list named “%1”").arg(list.name));
        }
    }

    QXmlStreamReader m_reader;
    DefinitionFile m_file;
    QString m_problem;
    QSet<QString> m_lists, m_styles, m_contexts;
    std::vector<Reference> m_usedLists, m_usedStyles, m_usedContexts;
};

} // namespace

Result<DefinitionFile> checkedDefinition(const QByteArray &xml)
{
    return Checker(xml).run();
}

} // namespace galley
