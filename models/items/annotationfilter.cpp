// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotationfilter.h"

#include "folding.h"

#include <domain/labels.h>

#include <QRegularExpression>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> wordsOf(const QString &text)
{
    QList<QByteArray> words = foldedUtf8(text).split(' ');
    words.removeAll(QByteArray());
    return words;
}

bool hasAll(const QByteArray &folded, const QList<QByteArray> &words)
{
    return std::ranges::all_of(words, [&](const QByteArray &word) { return folded.contains(word); });
}

void addBranch(const Codebook &codebook, const Code &code, std::vector<CodeId> &codes)
{
    codes.push_back(code.id);
    for (const Code *child : codebook.children(code.variable, code.id))
        addBranch(codebook, *child, codes);
}

struct Span
{
    QString from, to;
};

std::optional<Span> spanOf(const QString &asked)
{
    static const QRegularExpression form(uR"(^\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)?\s*(?:(\.\.+|…|–|—)\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)?)?\s*$)"_s);
    const QRegularExpressionMatch match = form.match(asked);
    if (!match.hasMatch())
        return std::nullopt;
    return Span{match.captured(1), match.hasCaptured(2) ? match.captured(3) : match.captured(1)};
}

/// What is asked of values, looked up once for each that there is: a million annotations share a few.
class ValueWords
{
public:
    ValueWords(const QString &words, const Codebook &codebook, const std::vector<Coder> &coders, const std::vector<Actor> &actors)
        : m_words(wordsOf(words))
        , m_labels(codebook, coders, actors)
    {
        for (const Variable &variable : codebook.variables())
            m_names.emplace(variable.id, variable.name);
    }

    bool fits(const VariableValue &value)
    {
        const auto *code = std::get_if<CodeId>(&value.value);
        const auto *actor = std::get_if<ActorId>(&value.value);
        if (!code && !actor)
            return looked(value);
        const auto [known, isNew] = m_known.try_emplace(std::pair(value.variable.value, code ? code->value : actor->value), false);
        if (isNew)
            known->second = looked(value);
        return known->second;
    }

private:
    bool looked(const VariableValue &value) const
    {
        const auto name = m_names.find(value.variable);
        return hasAll(foldedUtf8((name == m_names.end() ? QString() : name->second) + u": "_s + QString::fromStdString(m_labels.text(value.value))), m_words);
    }

    QList<QByteArray> m_words;
    Labels m_labels;
    std::unordered_map<VariableId, QString> m_names;
    std::map<std::pair<qint64, qint64>, bool> m_known;
};

} // namespace

bool isSpanOfDates(const QString &asked)
{
    return spanOf(asked).has_value();
}

bool isPublishedWithin(const QString &published, const QString &asked)
{
    const auto span = spanOf(asked);
    if (!span || (span->from.isEmpty() && span->to.isEmpty()))
        return true;
    if (published.isEmpty())
        return false;
    return (span->from.isEmpty() || published >= span->from) && (span->to.isEmpty() || published.first(std::min(published.size(), span->to.size())) <= span->to);
}

AnnotationQuery queryOf(const AnnotationFilter &filter, const Codebook &codebook, const std::vector<Coder> &coders, const std::vector<Actor> &actors, const Sight &sight)
{
    AnnotationQuery query{.flagged = filter.flagged, .withMemo = filter.withMemo, .sight = sight};
    if (filter.coder)
        query.coders = {filter.coder};
    if (filter.coder && filter.coder == sight.looker()) { // what is coded once more is one's own like anything else
        for (const auto &[article, self] : sight.selves())
            query.coders.push_back(self);
    }
    if (filter.layer)
        query.layers = {filter.layer};
    if (const Code *code = codebook.code(filter.code))
        addBranch(codebook, *code, query.codes);
    else if (filter.code)
        query.codes = {filter.code};
    if (const auto outlet = wordsOf(filter.outlet); !outlet.isEmpty() || !filter.published.trimmed().isEmpty()) {
        query.article = [outlet, published = filter.published](const ListedArticle &article) {
            return isPublishedWithin(article.published, published) && (outlet.isEmpty() || hasAll(foldedUtf8(article.outlet), outlet));
        };
    }
    if (const auto words = wordsOf(filter.text); !words.isEmpty()) {
        query.texts = [words](std::string_view quote, std::string_view memo) {
            const QByteArray folded = foldedUtf8(QString::fromUtf8(quote.data(), qsizetype(quote.size())) + u'\n' + QString::fromUtf8(memo.data(), qsizetype(memo.size())));
            return hasAll(folded, words);
        };
    }
    if (!wordsOf(filter.value).isEmpty()) {
        query.values = [words = std::make_shared<ValueWords>(filter.value, codebook, coders, actors)](const std::vector<VariableValue> &values) {
            return std::ranges::any_of(values, [&](const VariableValue &value) { return words->fits(value); });
        };
    }
    return query;
}

} // namespace galley
