// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "otherversions.h"

#include "edittexts.h"
#include "rulingedits.h"

#include <domain/identity.h>
#include <domain/labels.h>
#include <domain/sight.h>
#include <store/changejson.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

template<typename Row> constexpr size_t kindOf = RowKinds::index<Row>();

QString titleOfKind(size_t kind)
{
    switch (kind) {
    case kindOf<Article>:
        return Edits::tr("Article");
    case kindOf<Zone>:
        return Edits::tr("Part of an article");
    case kindOf<Layer>:
        return Edits::tr("Layer");
    case kindOf<Variable>:
        return Edits::tr("Variable");
    case kindOf<Code>:
        return Edits::tr("Code");
    case kindOf<Actor>:
        return Edits::tr("Actor");
    case kindOf<Coder>:
        return Edits::tr("Coder");
    case kindOf<Annotation>:
        return Edits::tr("Annotation");
    case kindOf<Progress>:
        return Edits::tr("Progress");
    case kindOf<StoredSample>:
        return Edits::tr("Sample");
    case kindOf<CodingSet>:
        return Edits::tr("Set");
    case kindOf<Assignment>:
        return Edits::tr("Assignment");
    case kindOf<Ruling>:
        return Edits::tr("Ruling");
    case kindOf<Comment>:
        return Edits::tr("Comment");
    case kindOf<StudyChoice>:
        return Edits::tr("Choice of the study");
    default:
        return Edits::tr("Suggestion");
    }
}

/// Turns rows into words: what they are called, and what two versions of one say differently.
class Wording
{
public:
    static Result<Wording> of(const ProjectStore &store)
    {
        auto codebook = store.codebook();
        const auto coders = store.coders();
        const auto actors = store.actors();
        if (!codebook || !coders || !actors)
            return std::unexpected(!codebook ? codebook.error() : !coders ? coders.error() : actors.error());
        return Wording(store, std::move(*codebook), *coders, *actors);
    }

    QString nameOf(size_t kind, const QJsonObject &row) const
    {
        const QString title = titleOfKind(kind);
        if (const QString path = kind == kindOf<Code> ? value(u"code"_s, row["id"_L1]) : QString(); !path.isEmpty())
            return named(title, path);
        for (const QLatin1StringView key : {"name"_L1, "title"_L1, "quote"_L1, "text"_L1, "key"_L1}) {
            if (const QString name = row[key].toString(); !name.isEmpty())
                return named(title, name);
        }
        const QString where = value(u"article"_s, row["article"_L1]);
        const QString who = value(u"coder"_s, row["coder"_L1]);
        return who.isEmpty() ? named(title, where) : Edits::tr("%1 of %2").arg(named(title, where), who);
    }

    /// "name: Economy; color: #aa0000" of the one, and of the other.
    std::pair<QString, QString> differences(const QJsonObject &one, const QJsonObject &other) const
    {
        QStringList ones, others;
        for (const QString &key : other.keys()) {
            const bool says = key != "modified"_L1 && key != "created"_L1 && key != "revision"_L1 && one[key] != other[key];
            if (!says)
                continue;
            ones += key + u": "_s + shown(key, one[key]);
            others += key + u": "_s + shown(key, other[key]);
        }
        return {ones.join(u"; "_s), others.join(u"; "_s)};
    }

    /// An annotation in one line.
    QString lineOf(const Annotation &row) const
    {
        QStringList parts{textOf(m_labels.layer(row.layer)), textOf(m_labels.code(row.code))};
        for (const VariableValue &given : row.values) {
            if (const Variable *variable = m_codebook.variable(given.variable))
                parts += variable->name + u": "_s + QString::fromStdString(m_labels.text(given.value));
        }
        for (const Range &range : row.ranges)
            parts += u"%1–%2"_s.arg(range.begin).arg(range.end);
        if (!row.memo.isEmpty())
            parts += u"“%1”"_s.arg(row.memo);
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }

private:
    Wording(const ProjectStore &store, Codebook codebook, const std::vector<Coder> &coders, const std::vector<Actor> &actors)
        : m_store(&store)
        , m_labels(codebook, coders, actors)
        , m_codebook(std::move(codebook))
    {
    }

    static QString named(const QString &title, const QString &name) { return name.isEmpty() ? title : Edits::tr("%1 “%2”").arg(title, name); }
    static QString textOf(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

    /// A reference by the name of what it refers to, anything else as it is.
    QString value(const QString &key, const QJsonValue &said) const
    {
        const qint64 id = said.toInteger();
        if (key == "code"_L1 || key == "parent"_L1)
            return textOf(m_labels.code({id}));
        if (key == "coder"_L1 || key == "by"_L1 || key == "to"_L1)
            return textOf(m_labels.coder({id}));
        if (key == "actor"_L1)
            return textOf(m_labels.actor({id}));
        if (key == "layer"_L1)
            return textOf(m_labels.layer({id}));
        if (key == "article"_L1) {
            const auto article = id ? m_store->article(ArticleId{id}) : Result<Article>(Article());
            return article ? article->title : QString();
        }
        if (said.isArray())
            return QString::fromUtf8(QJsonDocument(said.toArray()).toJson(QJsonDocument::Compact));
        return said.isObject() ? QString::fromUtf8(QJsonDocument(said.toObject()).toJson(QJsonDocument::Compact)) : said.toVariant().toString();
    }

    QString shown(const QString &key, const QJsonValue &said) const
    {
        const QString text = value(key, said);
        return text.isEmpty() ? u"–"_s : text;
    }

    const ProjectStore *m_store;
    Labels m_labels;
    Codebook m_codebook;
};

/// The rows of the edit as the history writes them.
struct WrittenEdit
{
    QJsonObject before, after;
};

WrittenEdit written(const AnyEdit &edit)
{
    const QJsonObject json = QJsonDocument::fromJson(jsonOf(Change{{}, {edit}})).object()["edits"_L1].toArray().at(0).toObject();
    return {json["before"_L1].toObject(), json["after"_L1].toObject()};
}

/// To the other and back: what was apart is one then, on every copy.
Change decidedFor(Change take)
{
    const Change back = inverse(take);
    take.edits.insert(take.edits.end(), back.edits.begin(), back.edits.end());
    return take;
}

template<typename Row>
void placeOf(const Edit<Row> &edit, OtherVersion &version)
{
    const Row &row = edit.before ? *edit.before : *edit.after;
    if constexpr (requires { row.article; })
        version.article = row.article;
    if constexpr (std::is_same_v<Row, Article>)
        version.article = row.id;
    if constexpr (requires { row.coder; })
        version.coder = row.coder;
}

/// A coder's annotation that two copies altered became two: the one that stands, and one of its own. Or it was removed on one of them.
/// Nothing where both are gone since.
Result<std::optional<OtherVersion>> annotationApart(const ProjectStore &store, const Wording &wording, const LookedAt &found, const Edit<Annotation> &edit)
{
    const auto standing = store.annotation(AnnotationId{found.id});
    const bool wasParted = edit.after && edit.after->id.value != found.id;
    const auto second = wasParted ? store.annotation(edit.after->id) : Result<std::optional<Annotation>>(std::nullopt);
    if (!standing || !second)
        return std::unexpected(!standing ? standing.error() : second.error());
    if (!*standing && !*second)
        return std::nullopt;
    const Annotation &shown = *standing ? **standing : **second;
    OtherVersion version{.kind = found.kind, .id = found.id, .what = wording.nameOf(found.kind, written(added(shown)).after), .stands = {}, .other = {}, .coder = shown.coder,
        .article = shown.article, .annotation = shown.id, .take = {}, .keep = {}, .both = {}};
    version.stands = *standing ? wording.lineOf(**standing) : Edits::tr("removed");
    version.other = *second ? wording.lineOf(**second) : Edits::tr("removed");
    std::optional<Annotation> other = *second; // as the row itself would have it, of which the second was parted
    if (other) {
        other->id = AnnotationId{found.id};
        other->uuid = *standing ? (*standing)->uuid : uuidOf(found.id);
    }
    version.take.edits = {Edit<Annotation>{*standing, other}};
    version.keep = decidedFor(version.take);
    if (*second) {
        version.take.edits.emplace_back(removed(**second));
        version.keep.edits.emplace_back(removed(**second));
    }
    if (*standing && *second) { // altered in nothing but when it was, which says that it was seen
        Annotation touched = **standing;
        touched.modified = std::max(touched.modified.addMSecs(1), QDateTime::currentDateTimeUtc());
        version.both = Change{{}, {modified(**standing, touched)}};
    }
    return version;
}

template<typename Row>
OtherVersion rowApart(const Wording &wording, const LookedAt &found, const Edit<Row> &edit)
{
    OtherVersion version{.kind = found.kind, .id = found.id, .what = {}, .stands = {}, .other = {}, .coder = {}, .article = {}, .annotation = {}, .take = {{}, {edit}}, .keep = {}, .both = {}};
    const auto [before, after] = written(edit);
    version.what = wording.nameOf(found.kind, edit.before ? before : after);
    if (edit.before && edit.after)
        std::tie(version.stands, version.other) = wording.differences(before, after);
    else
        (edit.before ? version.other : version.stands) = Edits::tr("removed");
    placeOf(edit, version);
    version.keep = decidedFor(version.take);
    return version;
}

std::vector<OtherVersion> rulingsApart(const Wording &wording, std::vector<OtherRuling> rulings)
{
    std::vector<OtherVersion> versions;
    for (OtherRuling &one : rulings) {
        const auto *edit = std::get_if<Edit<Ruling>>(&one.instead.edits.front());
        if (!edit)
            continue;
        versions.push_back(rowApart(wording, {kindOf<Ruling>, (edit->before ? *edit->before : *edit->after).id.value, {}}, *edit));
        versions.back().take = std::move(one.instead);
        versions.back().keep = decidedFor(versions.back().take);
    }
    return versions;
}

void nameChanges(OtherVersion &version)
{
    version.take.text = Edits::tr("Take the other version of two copies: %1").arg(version.what);
    version.keep.text = Edits::tr("Keep the version that stands: %1").arg(version.what);
    if (version.both)
        version.both->text = Edits::tr("Keep both versions: %1").arg(version.what);
}

} // namespace

Result<std::vector<OtherVersion>> otherVersions(const ProjectStore &store)
{
    const auto found = store.lookedAt();
    const auto wording = Wording::of(store);
    auto rulings = otherRulings(store);
    if (!found || !wording || !rulings)
        return std::unexpected(!found ? found.error() : !wording ? wording.error() : rulings.error());
    std::vector<OtherVersion> versions = rulingsApart(*wording, std::move(*rulings));
    for (const LookedAt &one : *found) {
        if (one.kind == kindOf<Ruling>)
            continue;
        for (const AnyEdit &any : one.others) {
            auto version = std::visit([&]<typename T>(const T &edit) -> Result<std::optional<OtherVersion>> {
                if constexpr (std::is_same_v<T, Edit<Annotation>>)
                    return annotationApart(store, *wording, one, edit);
                else if constexpr (std::is_same_v<T, BulkEdit>)
                    return std::nullopt; // of rows in bulk there are no versions
                else
                    return rowApart(*wording, one, edit);
            }, any);
            if (!version)
                return std::unexpected(version.error());
            if (*version)
                versions.push_back(std::move(**version));
        }
    }
    for (size_t at = 0; at < versions.size(); ++at) {
        const bool sameRow = at > 0 && versions[at].kind == versions[at - 1].kind && versions[at].id == versions[at - 1].id;
        versions[at].number = sameRow ? versions[at - 1].number + 1 : 1;
        nameChanges(versions[at]);
    }
    return versions;
}

std::vector<OtherVersion> seenBy(const Sight &sight, std::vector<OtherVersion> versions)
{
    std::erase_if(versions, [&](const OtherVersion &version) { return !sight.sees(version.coder, version.take); });
    return versions;
}

} // namespace galley
