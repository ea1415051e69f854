// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studycontroller.h"

#include "../frame/desk.h"

#include <project/codingsets.h>
#include <project/samples.h>
#include <project/teamprogress.h>
#include <project/workspace.h>
#include <team/handondialog.h>
#include <team/plandialog.h>
#include <team/setdialog.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

const QString fromSample = u"sample "_s; ///< as `galley set` writes it

std::vector<PlanModel::Pair> pairsOf(const std::vector<Assignment> &assignments, SetId set)
{
    std::vector<PlanModel::Pair> pairs;
    for (const Assignment &assignment : assignments) {
        if (assignment.set == set)
            pairs.emplace_back(assignment.article, assignment.coder);
    }
    return pairs;
}

} // namespace

StudyController::StudyController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
{
}

bool StudyController::requireLead()
{
    if (!m_workspace.requireCoder())
        return false;
    if (m_workspace.coder()->role == CoderRole::Lead)
        return true;
    m_desk.say({Message::Warning, tr("Only a lead sets up the study.")});
    return false;
}

void StudyController::open(QDialog *dialog, std::function<void()> then)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_workspace, &Workspace::projectClosing, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, then = std::move(then)] {
        if (m_workspace.project())
            then();
    });
    dialog->open();
}

QString StudyController::howChosen(const CodingSet &set)
{
    const QJsonObject record = QJsonDocument::fromJson(set.record.toUtf8()).object();
    const QString from = record["from"_L1].toString(), seed = record["seed"_L1].toString();
    const QString words = from == u"all"_s ? tr("all articles")
        : from == u"list"_s                ? tr("the list, as it was filtered")
        : from == u"named"_s               ? tr("named one by one")
        : from.startsWith(fromSample)      ? tr("the sample “%1”").arg(from.sliced(fromSample.size()))
                                           : from;
    return tr("%1, seed %2").arg(words, seed);
}

std::optional<CodingSet> StudyController::set(SetId id)
{
    const auto sets = m_workspace.project()->store().codingSets();
    if (!sets) {
        m_desk.fail(sets.error());
        return std::nullopt;
    }
    const auto found = std::ranges::find(*sets, id, &CodingSet::id);
    return found == sets->end() ? std::nullopt : std::optional(*found);
}

/// All, what the list shows where that is another, each sample.
Result<std::vector<StudyController::Source>> StudyController::sources() const
{
    const ProjectStore &store = m_workspace.project()->store();
    const auto articles = store.articles();
    const auto samples = store.samples();
    if (!articles || !samples)
        return std::unexpected(!articles ? articles.error() : samples.error());
    std::vector<Source> sources{{tr("All articles"), u"all"_s, {}}};
    QHash<ArticleId, QUuid> uuids;
    for (const Article &article : *articles) {
        sources.front().articles.push_back(article.uuid);
        uuids.insert(article.id, article.uuid);
    }
    const std::vector<ArticleId> listed = m_workspace.listedArticles();
    if (!listed.empty() && listed.size() < articles->size()) {
        Source &source = sources.emplace_back(tr("Those that the list shows"), u"list"_s, std::vector<QUuid>());
        std::ranges::transform(listed, std::back_inserter(source.articles), [&](ArticleId article) { return uuids.value(article); });
    }
    for (const StoredSample &stored : *samples) {
        const auto sample = sampleOf(stored);
        if (!sample)
            continue; // the list of articles says so
        Source &source = sources.emplace_back(tr("Sample “%1”").arg(stored.name), fromSample + stored.name, std::vector<QUuid>());
        std::ranges::transform(sample->articles, std::back_inserter(source.articles), &SampledArticle::uuid);
    }
    return sources;
}

void StudyController::makeSet()
{
    if (!requireLead())
        return;
    const auto known = m_workspace.project()->store().codingSets();
    const auto from = sources();
    if (!known || !from) {
        m_desk.fail(!known ? known.error() : from.error());
        return;
    }
    std::vector<SetSource> offered;
    for (const Source &source : *from)
        offered.push_back({source.title, int(source.articles.size())});
    QStringList taken;
    for (const CodingSet &set : *known)
        taken << set.name;
    std::vector<Coder> golden = m_workspace.coders(); // a lead first: whose answers hold is mostly theirs
    std::ranges::stable_sort(golden, std::ranges::greater(), [](const Coder &coder) { return coder.role == CoderRole::Lead; });
    golden.push_back(consensusCoder());
    auto *dialog = new SetDialog(offered, taken, golden, &m_desk.window);
    open(dialog, [this, dialog, from = *from, known = *known] {
        const Source &source = from[size_t(dialog->source())];
        m_workspace.commit(galley::makeSet(known, dialog->name(), dialog->kind(), dialog->isBlind(), source.articles, source.from, dialog->seed(), dialog->gold()));
    });
}

void StudyController::assign(SetId id)
{
    if (!requireLead())
        return;
    const ProjectStore &store = m_workspace.project()->store();
    const auto chosen = set(id);
    const auto assigned = store.assignments();
    const auto articles = store.articles();
    if (!chosen || !assigned || !articles)
        return;
    const auto there = articlesThere(store, *chosen);
    if (!there) {
        m_desk.fail(there.error());
        return;
    }
    QHash<ArticleId, QString> titles;
    for (const Article &article : *articles)
        titles.insert(article.id, article.title);
    const bool again = chosen->kind == SetKind::Retest;
    const auto work = again ? earlierWork(store, m_workspace.coders()) : std::map<CoderId, EarlierWork>();
    if (!work) {
        m_desk.fail(work.error());
        return;
    }
    PlanBasis basis{chosen->name, m_workspace.coders(), {}, pairsOf(*assigned, id)};
    for (auto &[article, coder] : basis.assigned) {
        const auto self = std::ranges::find(m_workspace.everybody(), coder, &Coder::id);
        if (self != m_workspace.everybody().end() && firstSelf(*self))
            coder = firstSelf(*self);
    }
    for (const ArticleId article : *there)
        basis.articles.push_back({article, titles.value(article)});
    const auto planner = [id, set = *chosen, there = *there, assigned = *assigned, work = *work, known = m_workspace.everybody()](
                             const std::vector<CoderId> &coders, int perArticle, quint64 seed) -> PlanDialog::Outcome {
        if (set.kind == SetKind::Retest) {
            const auto plan = plannedRetest(set, there, coders, perArticle, seed, work, known, assigned);
            return plan ? PlanDialog::Outcome{*plan} : PlanDialog::Outcome{{}, plan.error().message};
        }
        const auto plan = plannedAssignments(id, there, coders, perArticle, seed, assigned);
        return plan ? PlanDialog::Outcome{pairsOf(*plan, id)} : PlanDialog::Outcome{{}, plan.error().message};
    };
    auto *dialog = new PlanDialog(std::move(basis), planner, &m_desk.window);
    open(dialog, [this, dialog, set = *chosen, assigned = *assigned, work = *work] {
        if (set.kind == SetKind::Retest)
            m_workspace.commit(assignRetest(set, dialog->plan(), QRandomGenerator::system()->generate(), work, m_workspace.everybody(), assigned));
        else
            m_workspace.commit(galley::assign(set, assignmentsOf(set.id, dialog->plan(), assigned)));
    });
}

void StudyController::handOn(SetId id)
{
    if (!requireLead())
        return;
    const ProjectStore &store = m_workspace.project()->store();
    const auto chosen = set(id);
    const auto assigned = store.assignments();
    if (!chosen || !assigned)
        return;
    std::vector<Coder> leaving;
    std::ranges::copy_if(m_workspace.coders(), std::back_inserter(leaving), [&](const Coder &coder) {
        return std::ranges::any_of(*assigned, [&](const Assignment &one) { return one.set == id && one.coder == coder.id; });
    });
    if (leaving.empty())
        return;
    const quint64 seed = QRandomGenerator::system()->generate();
    const auto handed = [this, set = *chosen, leaving, assigned = *assigned, seed](CoderId from, const std::vector<CoderId> &to) {
        return articlesDone(m_workspace.project()->store(), from).and_then([&](const std::vector<ArticleId> &done) {
            return handedOn(set, *std::ranges::find(leaving, from, &Coder::id), to, assigned, done, seed);
        });
    };
    const auto preview = [handed](CoderId from, const std::vector<CoderId> &to) -> HandOnDialog::Outcome {
        const auto result = handed(from, to);
        if (!result)
            return {result.error().message};
        QString text = result->articles > 0 ? tr("%Ln articles are handed on.", nullptr, result->articles) : tr("Nothing is open that could be handed on.");
        if (!result->kept.empty())
            text += u' ' + tr("%Ln stay: the others code them already.", nullptr, int(result->kept.size()));
        return {text, result->articles > 0};
    };
    auto *dialog = new HandOnDialog(chosen->name, leaving, m_workspace.coders(), preview, &m_desk.window);
    open(dialog, [this, dialog, handed] {
        m_workspace.commit(handed(dialog->from(), dialog->to()).transform([](const HandedOn &result) { return result.change; }));
    });
}

void StudyController::setBlind(SetId id, bool blind)
{
    const auto chosen = requireLead() ? set(id) : std::nullopt;
    if (chosen)
        m_workspace.commit(galley::setBlind(*chosen, blind));
}

void StudyController::removeSet(SetId id)
{
    const auto chosen = requireLead() ? set(id) : std::nullopt;
    if (!chosen)
        return;
    m_workspace.commit(m_workspace.project()->store().assignments().and_then([&](const std::vector<Assignment> &assigned) { return galley::removeSet(*chosen, assigned); }));
}

} // namespace galley
