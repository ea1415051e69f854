// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlwriter.h"

#include "codebookwriter.h"
#include "jsontext.h"
#include "writer.h"

#include <domain/rangetext.h>

#include <QCoreApplication>
#include <QJsonDocument>

namespace galley {

JsonlWriter::JsonlWriter(
    QIODevice &device, const Codebook &codebook, std::span<const Coder> coders, std::span<const Actor> actors)
    : m_labels(codebook, coders, actors)
    , m_out(device)
{
}

void JsonlWriter::begin(std::string_view type)
{
    m_out.text += "{\"type\":\"";
    m_out.text += type;
    m_out.text += '"';
}

Result<> JsonlWriter::end()
{
    m_out.text += "}\n";
    return m_out.drain();
}

/// Names are ours and need no escapes.
void JsonlWriter::key(std::string_view name)
{
    m_out.text += ",\"";
    m_out.text += name;
    m_out.text += "\":";
}

void JsonlWriter::text(std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    key(name);
    appendJson(m_out.text, value);
}

void JsonlWriter::text(std::string_view name, QStringView value)
{
    if (value.isEmpty())
        return;
    key(name);
    appendJson(m_out.text, value);
}

Result<> JsonlWriter::write(const Codebook &codebook)
{
    const QByteArray json = codebookToJson(codebook);
    m_out.text.append(json.constData(), size_t(json.size()));
    m_out.text += '\n';
    return m_out.drain();
}

Result<> JsonlWriter::write(const Coder &coder)
{
    begin("coder");
    text("id", plain(coder.uuid));
    text("name", coder.name);
    text("role", nameOf(coder.role));
    return end();
}

Result<> JsonlWriter::write(const ArticleRow &row)
{
    const Article &article = row.article;
    begin("article");
    text("id", plain(article.uuid));
    key("title");
    appendJson(m_out.text, article.title);
    text("outlet", article.outlet);
    text("authors", article.authors);
    text("published", article.published);
    text("section", article.section);
    text("page", article.page);
    text("language", article.language);
    text("url", article.url);
    fields(article.fields);
    if (!article.leftOut.empty()) {
        key("left_out");
        const QByteArray json = QJsonDocument(jsonArrayOf(article.leftOut)).toJson(QJsonDocument::Compact);
        m_out.text.append(json.constData(), size_t(json.size()));
    }
    source(row.source);
    text("family", plain(row.family));
    if (article.containment) {
        key("containment");
        m_out.text += numberText(*article.containment);
    }
    text("revises", plain(row.revises));
    zones(row.zones);
    key("text");
    appendJson(m_out.text, row.text);
    if (const auto done = end(); !done)
        return done;
    for (const Progress &one : row.progress)
        progress(article.uuid, one);
    return m_out.drain();
}

void JsonlWriter::fields(const QMap<QString, QString> &fields)
{
    if (fields.isEmpty())
        return;
    key("fields");
    char before = '{';
    for (auto entry = fields.begin(); entry != fields.end(); ++entry) {
        m_out.text += std::exchange(before, ',');
        appendJson(m_out.text, entry.key());
        m_out.text += ':';
        appendJson(m_out.text, entry.value());
    }
    m_out.text += '}';
}

void JsonlWriter::source(const Source &source)
{
    if (source.path.isEmpty() && source.sha256.isEmpty() && source.encoding.isEmpty())
        return;
    key("source");
    m_out.text += "{\"path\":";
    appendJson(m_out.text, source.path);
    m_out.text += ",\"sha256\":";
    appendJson(m_out.text, std::string_view(source.sha256.constData(), size_t(source.sha256.size())));
    m_out.text += ",\"encoding\":";
    appendJson(m_out.text, source.encoding);
    m_out.text += '}';
}

/// Always written: an empty list says that there are none, and keeps a reader from looking for them.
void JsonlWriter::zones(const std::vector<Zone> &zones)
{
    key("zones");
    m_out.text += '[';
    for (const Zone &zone : zones) {
        m_out.text += m_out.text.back() == '[' ? "[" : ",[";
        m_out.text += std::to_string(zone.range.begin) + ',' + std::to_string(zone.range.end) + ',';
        appendJson(m_out.text, nameOf(zone.kind));
        m_out.text += ']';
    }
    m_out.text += ']';
}

void JsonlWriter::progress(const QUuid &article, const Progress &progress)
{
    begin("progress");
    text("article", plain(article));
    text("coder", m_labels.coder(progress.coder));
    text("state", nameOf(progress.state));
    m_out.text += "}\n";
}

Result<> JsonlWriter::write(const RulingRow &ruling)
{
    const auto list = [this](const char *name, const std::vector<std::string> &ids) {
        key(name);
        m_out.text += '[';
        for (const std::string &id : ids) {
            if (m_out.text.back() != '[')
                m_out.text += ',';
            appendJson(m_out.text, std::string_view(id));
        }
        m_out.text += ']';
    };
    begin("ruling");
    text("article", std::string_view(ruling.article));
    text("layer", std::string_view(ruling.layer));
    text("how", std::string_view(ruling.how));
    list("about", ruling.about);
    list("results", ruling.results);
    text("reason", std::string_view(ruling.reason));
    text("category", std::string_view(ruling.category));
    text("by", std::string_view(ruling.by));
    text("created", std::string_view(ruling.at));
    return end();
}

Result<> JsonlWriter::write(const StoredSample &sample)
{
    begin("sample");
    text("id", plain(sample.uuid));
    text("name", sample.name);
    key("record");
    m_out.text += sample.record.toStdString(); // JSON already
    return end();
}

Result<> JsonlWriter::write(const AnnotationRow &row)
{
    if (!row.id) // an article without annotations has its own line
        return {};
    begin("annotation");
    text("id", row.annotationUuid);
    text("article", row.articleUuid);
    text("coder", m_labels.coder(row.coder));
    text("layer", m_labels.layer(row.layer));
    text("code", m_labels.code(row.code));
    if (!row.ranges.empty()) {
        key("ranges");
        m_out.text += row.ranges;
        key("quote");
        appendJson(m_out.text, row.quote);
    }
    values(row);
    text("memo", row.memo);
    text("status", row.status);
    text("origin", std::string_view(row.originUuid));
    if (row.inherited)
        m_out.text += ",\"inherited\":true";
    if (row.revision > 0) {
        key("revision");
        m_out.text += std::to_string(row.revision);
    }
    text("created", row.created);
    text("modified", row.modified);
    return end();
}

/// By the codebook's order; a variable that takes several values has a list.
void JsonlWriter::values(const AnnotationRow &row)
{
    char before = '{';
    const auto &columns = m_labels.columns();
    for (size_t at = 0; at < columns.size(); ++at) {
        bool any = false;
        for (const VariableValue &one : row.values) {
            if (one.variable != columns[at].variable || (any && !columns[at].multiple))
                continue;
            if (before == '{')
                key("values");
            if (!any) {
                m_out.text += std::exchange(before, ',');
                appendJson(m_out.text, columns[at].name);
                m_out.text += columns[at].multiple ? ":[" : ":";
            } else {
                m_out.text += ',';
            }
            value(one.value);
            any = true;
        }
        if (any && columns[at].multiple)
            m_out.text += ']';
    }
    if (before == ',')
        m_out.text += '}';
}

void JsonlWriter::value(const Value &value)
{
    const auto *passage = std::get_if<Passage>(&value);
    if (passage)
        m_out.text += "{\"ranges\":" + rangesText(passage->ranges) + ",\"quote\":";
    if (std::holds_alternative<double>(value) || std::holds_alternative<bool>(value))
        m_out.text += m_labels.text(value);
    else
        appendJson(m_out.text, m_labels.text(value));
    if (passage)
        m_out.text += '}';
}

Result<> JsonlWriter::finish()
{
    return m_out.finish();
}

namespace {

struct JsonlText
{
    Q_DECLARE_TR_FUNCTIONS(galley::JsonlWriter)
};

Result<qint64> writeJsonl(const StreamedDataset &dataset, QIODevice &device, const WriteOptions &)
{
    JsonlWriter writer(device, dataset.codebook, dataset.coders, dataset.actors);
    qint64 lines = 0;
    const auto write = [&](const auto &what) {
        ++lines;
        return writer.write(what);
    };
    Result<> done = write(dataset.codebook);
    for (const Coder &coder : dataset.coders)
        done = done.and_then([&] { return write(coder); });
    done = done.and_then([&] { return dataset.articles(write); }).and_then([&] { return dataset.annotations({}, write); });
    for (const RulingRow &ruling : dataset.rulings.value_or(std::vector<RulingRow>()))
        done = done.and_then([&] { return write(ruling); });
    for (const StoredSample &sample : dataset.samples)
        done = done.and_then([&] { return write(sample); });
    return done.and_then([&] { return writer.finish(); }).transform([&] { return lines; });
}

} // namespace

extern const Writer jsonlWriter{"jsonl", [] { return JsonlText::tr("JSON Lines"); }, "jsonl", "everything, lossless", true, writeJsonl};

} // namespace galley
