// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookwriter.h"

#include "codebooklines.h"
#include "jsontext.h"

#include <domain/labels.h>

#include <QRegularExpression>

#include <yaml-cpp/emitter.h>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

class YamlOut
{
public:
    YamlOut()
    {
        m_emitter.SetIndent(2);
        m_emitter << YAML::BeginMap << YAML::Key << "galley_codebook" << YAML::Value << 1;
    }

    QByteArray done()
    {
        m_emitter << YAML::EndMap;
        return QByteArray(m_emitter.c_str(), qsizetype(m_emitter.size())) + '\n';
    }

    void map() { m_emitter << YAML::BeginMap; }
    void endMap() { m_emitter << YAML::EndMap; }
    void list(const char *key) { m_emitter << YAML::Key << key << YAML::Value << YAML::BeginSeq; }
    void endList() { m_emitter << YAML::EndSeq; }
    void text(const char *key, const QString &text)
    {
        if (text.isEmpty())
            return;
        m_emitter << YAML::Key << key << YAML::Value;
        scalar(text);
    }
    void texts(const char *key, const QStringList &texts)
    {
        if (texts.isEmpty())
            return;
        list(key);
        for (const QString &text : texts)
            scalar(text);
        endList();
    }
    void id(const QUuid &uuid, const QUuid &derived)
    {
        if (!uuid.isNull() && uuid != derived)
            text("id", plain(uuid));
    }
    void flag(const char *key, bool flag)
    {
        if (flag)
            m_emitter << YAML::Key << key << YAML::Value << "true";
    }
    void no(const char *key) { m_emitter << YAML::Key << key << YAML::Value << "false"; }
    void number(const char *key, std::optional<double> number)
    {
        if (number)
            m_emitter << YAML::Key << key << YAML::Value << numberText(*number);
    }

private:
    /// In quotes where other programs would take the word for a number, a flag or a date.
    void scalar(const QString &text)
    {
        static const QRegularExpression ambiguous(u"^(?:[-+.]?\\d.*|[-+]?\\.(?:inf|nan)|y|n|yes|no|on|off|true|false|null|~)$"_s,
            QRegularExpression::CaseInsensitiveOption);
        const bool quoted
            = ambiguous.match(text).hasMatch() || text.contains(u'\n') || text.contains(QChar(QChar::ByteOrderMark));
        m_emitter << (quoted ? YAML::DoubleQuoted : YAML::Auto) << text.toStdString();
    }

    YAML::Emitter m_emitter;
};

class JsonOut
{
public:
    JsonOut() { out = "{\"type\":\"codebook\""; }

    std::string out;

    void map() { out += out.back() == '[' ? "{" : ",{"; }
    void endMap() { out += '}'; }
    void list(const char *name)
    {
        key(name);
        out += '[';
    }
    void endList() { out += ']'; }
    void text(const char *name, const QString &text)
    {
        if (text.isEmpty())
            return;
        key(name);
        appendJson(out, text);
    }
    void texts(const char *name, const QStringList &texts)
    {
        if (texts.isEmpty())
            return;
        list(name);
        for (const QString &text : texts) {
            out += out.back() == '[' ? "" : ",";
            appendJson(out, text);
        }
        endList();
    }
    void id(const QUuid &uuid, const QUuid &) { text("id", uuid.isNull() ? QString() : plain(uuid)); }
    void flag(const char *name, bool flag)
    {
        if (!flag)
            return;
        key(name);
        out += "true";
    }
    void no(const char *name)
    {
        key(name);
        out += "false";
    }
    void number(const char *name, std::optional<double> number)
    {
        if (!number)
            return;
        key(name);
        out += numberText(*number);
    }

private:
    void key(const char *name)
    {
        out += out.back() == '{' ? "\"" : ",\"";
        out += name;
        out += "\":";
    }
};

} // namespace

QByteArray codebookToYaml(const Codebook &codebook)
{
    YamlOut out;
    out.text("name", codebook.name());
    CodebookLines(out, codebook).layers();
    return out.done();
}

QByteArray codebookToJson(const Codebook &codebook)
{
    JsonOut out;
    out.text("name", codebook.name());
    out.number("revision", double(codebook.revision()));
    CodebookLines(out, codebook).layers();
    out.out += '}';
    return QByteArray::fromStdString(out.out);
}

} // namespace galley
