// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation.h"

#include <domain/labels.h>
#include <domain/shortened.h>
#include <items/palette.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

std::optional<ZoneStyle> styleOf(ZoneKind kind)
{
    switch (kind) {
    case ZoneKind::Headline:
        return ZoneStyle::Headline;
    case ZoneKind::Kicker:
        return ZoneStyle::Kicker;
    case ZoneKind::Subheading:
        return ZoneStyle::Subheading;
    default:
        return isBoilerplate(kind) ? std::optional(ZoneStyle::Dimmed) : std::nullopt;
    }
}

} // namespace

QString titleOf(ZoneKind kind)
{
    switch (kind) {
    case ZoneKind::Headline:
        return QCoreApplication::translate("Zone", "Headline");
    case ZoneKind::Kicker:
        return QCoreApplication::translate("Zone", "Kicker");
    case ZoneKind::Byline:
        return QCoreApplication::translate("Zone", "Byline");
    case ZoneKind::Dateline:
        return QCoreApplication::translate("Zone", "Dateline");
    case ZoneKind::Lead:
        return QCoreApplication::translate("Zone", "Lead");
    case ZoneKind::Body:
        return QCoreApplication::translate("Zone", "Body");
    case ZoneKind::Subheading:
        return QCoreApplication::translate("Zone", "Subheading");
    case ZoneKind::Caption:
        return QCoreApplication::translate("Zone", "Caption");
    case ZoneKind::PhotoCredit:
        return QCoreApplication::translate("Zone", "Photo credit");
    case ZoneKind::Credit:
        return QCoreApplication::translate("Zone", "Credit line");
    case ZoneKind::Copyright:
        return QCoreApplication::translate("Zone", "Copyright");
    case ZoneKind::Chrome:
        return QCoreApplication::translate("Zone", "Site text, not the article's");
    case ZoneKind::Quote:
        return QCoreApplication::translate("Zone", "Quotation");
    }
    return {};
}

QString readableDate(const QString &published)
{
    if (published.size() < 10)
        return published;
    const QDate date = QDate::fromString(published.first(10), Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QLocale::LongFormat) : published;
}

QString metadataLine(const Article &article)
{
    QStringList parts{article.outlet, readableDate(article.published), article.authors, article.section};
    if (!article.page.isEmpty())
        parts.append(QCoreApplication::translate("Article", "page %1").arg(article.page));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

Page pageOf(const OpenArticle &open)
{
    Page page{open.text, {}, metadataLine(open.article), {}, open.article.language};
    bool headline = false;
    for (const Zone &zone : open.zones) {
        const auto style = styleOf(zone.kind);
        if (!style)
            continue;
        headline = headline || *style == ZoneStyle::Headline;
        page.zones.push_back({open.positions.toUtf16(zone.range), *style, isBoilerplate(zone.kind) ? titleOf(zone.kind) : QString()});
    }
    if (!headline)
        page.title = open.article.title;
    return page;
}

namespace {

/// "target: Council", of all that was said beside the code.
QStringList saidBeside(const Annotation &annotation, const Codebook &codebook, const Labels &labels)
{
    QStringList said;
    for (const VariableValue &value : annotation.values) {
        const Variable *variable = codebook.variable(value.variable);
        said += u"%1: %2"_s.arg(variable ? variable->name : QString(), QString::fromStdString(labels.text(value.value)));
    }
    return said;
}

Labels labelsOf(const Workspace &workspace)
{
    return Labels(workspace.codebook(), workspace.everybody(), workspace.actors());
}

std::vector<Mark> marksOf(const Annotation &annotation, const Workspace &workspace, const Labels &labels, bool dark)
{
    const OpenArticle *open = workspace.article();
    const Codebook &codebook = workspace.project()->codebook();
    const Layer *layer = codebook.layer(annotation.layer);
    const Code *code = codebook.code(annotation.code);
    Mark mark;
    mark.key = annotation.id.value;
    mark.color = codeColor(codebook, annotation.code, dark);
    mark.shape = shapeOf(codebook, annotation.layer);
    mark.label = code ? code->name : layer ? layer->name : QString();
    if (annotation.inherited)
        mark.label += QCoreApplication::translate("Mark", " (inherited)");
    mark.others = annotation.coder != workspace.codingAs();
    if (mark.others) // whose it is, is no matter of the pattern alone
        mark.label = QCoreApplication::translate("Mark", "%1: %2", "a coder, a code").arg(workspace.nameOf(annotation.coder), mark.label);
    QStringList parts{layer ? layer->name : QString(), workspace.nameOf(annotation.coder), codebook.path(annotation.code), quoted(shortened(annotation.quote, 60))};
    parts.removeAll(QString());
    mark.detail = parts.join(u" · "_s);
    if (const QStringList said = saidBeside(annotation, codebook, labels); !said.isEmpty())
        mark.detail += u'\n' + said.join(u" · "_s);
    if (!annotation.memo.isEmpty())
        mark.detail += u'\n' + annotation.memo;
    mark.flagged = annotation.status == AnnotationStatus::Flagged;
    std::vector<Mark> marks;
    for (const Range &range : annotation.ranges) {
        mark.range = open->positions.toUtf16(range);
        marks.push_back(mark);
    }
    return marks;
}

} // namespace

std::vector<Mark> marksOf(const Annotation &annotation, const Workspace &workspace, bool dark)
{
    return marksOf(annotation, workspace, labelsOf(workspace), dark);
}

std::vector<Mark> marksOf(const Suggestion &suggestion, const Workspace &workspace, bool dark)
{
    const OpenArticle *open = workspace.article();
    const Codebook &codebook = workspace.codebook();
    const Layer *layer = codebook.layer(suggestion.layer);
    const Code *code = codebook.code(suggestion.code);
    Mark mark;
    mark.key = -suggestion.id.value;
    mark.color = codeColor(codebook, suggestion.code, dark);
    mark.label = u"? "_s + (code ? code->name : layer ? layer->name : QString());
    QStringList parts{QCoreApplication::translate("Mark", "Suggestion"), layer ? layer->name : QString(), codebook.path(suggestion.code),
                      quoted(shortened(quoteOf(open->text, open->positions, suggestion.ranges), 60))};
    parts.removeAll(QString());
    const QString by = suggestion.by && suggestion.by != workspace.codingAs() ? workspace.nameOf(suggestion.by) : QString();
    const QString origin = by.isEmpty() ? suggestion.origin : QCoreApplication::translate("Mark", "%1, by %2", "origin of a suggestion, who made it").arg(suggestion.origin, by);
    mark.detail = parts.join(u" · "_s) + u'\n' + QCoreApplication::translate("Mark", "It comes from: %1").arg(origin);
    mark.track = 1;
    mark.suggested = true;
    std::vector<Mark> marks;
    for (const Range &range : suggestion.ranges) {
        mark.range = open->positions.toUtf16(range);
        marks.push_back(mark);
    }
    return marks;
}

std::vector<Mark> marksOf(const Workspace &workspace, bool others, bool dark)
{
    const Labels labels = labelsOf(workspace);
    std::vector<Mark> marks;
    for (const auto &[id, annotation] : workspace.article()->annotations) {
        if (!others && annotation.coder != workspace.codingAs())
            continue;
        const std::vector<Mark> own = marksOf(annotation, workspace, labels, dark);
        marks.insert(marks.end(), own.begin(), own.end());
    }
    return marks;
}

std::vector<RoleMark> rolesOf(const Annotation &annotation, const Workspace &workspace, bool dark)
{
    const Codebook &codebook = workspace.codebook();
    std::vector<RoleMark> roles;
    for (const VariableValue &value : annotation.values) {
        const auto *passage = std::get_if<Passage>(&value.value);
        const Variable *variable = codebook.variable(value.variable);
        if (!passage || !variable)
            continue;
        for (const Range &range : passage->ranges)
            roles.push_back({workspace.article()->positions.toUtf16(range), variable->name, codeColor(codebook, annotation.code, dark), range == passage->ranges.front()});
    }
    return roles;
}

QString quoteWithSource(const QString &quote, const Article &article)
{
    QStringList source{article.outlet, article.title, readableDate(article.published), article.url};
    source.removeAll(QString());
    return u"%1 (%2)"_s.arg(quoted(quote), source.join(u", "_s));
}

} // namespace galley
