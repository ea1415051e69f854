// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "teampage.h"

#include "teamtable.h"

#include <items/dates.h>
#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

struct StepTexts
{
    QString title, text, button;
};

QString withNotBack(const QString &text, const Team &team)
{
    const QStringList names = team.notBack();
    return names.isEmpty() ? text : TeamPage::tr("%1 Packets not back yet: %2.").arg(text, names.join(u", "_s));
}

StepTexts textsOf(TeamStep step, const Team &team)
{
    const TeamSet *open = setToAssign(team);
    switch (step) {
    case TeamStep::ChooseCoder:
        return {TeamPage::tr("Say who you are"), TeamPage::tr("Then this page shows what you lead, or how far you are."), TeamPage::tr("Who Is Coding…")};
    case TeamStep::TakeTheLead:
        return {TeamPage::tr("Nobody leads this project"), TeamPage::tr("A lead adds coders, makes sets, assigns articles and brings the work together."), TeamPage::tr("Take the Lead")};
    case TeamStep::ImportArticles:
        return {TeamPage::tr("Next: bring articles in"), TeamPage::tr("There is nothing to be coded yet."), TeamPage::tr("Import Articles…")};
    case TeamStep::AddCoders:
        return {TeamPage::tr("Next: add those who code with you"), TeamPage::tr("You are alone in this project. Everybody’s annotations carry their name."), TeamPage::tr("Add a Coder…")};
    case TeamStep::MakeSet:
        return {TeamPage::tr("Next: make a set"), TeamPage::tr("A set says which articles are coded, and what for: a pilot to measure agreement, then the study itself."), TeamPage::tr("New Set…")};
    case TeamStep::Assign:
        return {TeamPage::tr("Next: assign “%1”").arg(open ? open->set.name : QString()), TeamPage::tr("Nobody codes it yet. You see the plan before it is made."), TeamPage::tr("Assign…")};
    case TeamStep::WritePackets:
        return {TeamPage::tr("Next: hand the articles out"), TeamPage::tr("A packet is a file for one coder, with their articles and nothing of the others. Who codes in this very file finds a queue in the list of articles."), TeamPage::tr("Write Packets…")};
    case TeamStep::Merge:
        return {TeamPage::tr("Coding goes on"),
                withNotBack(TeamPage::tr("When a packet comes back, merge it: what it brings is told before it is done, and merging one twice does no harm."), team), TeamPage::tr("Merge Copies…")};
    case TeamStep::Compare:
        return {TeamPage::tr("All that is assigned is done"),
                withNotBack(!team.compared            ? TeamPage::tr("Merge what is still out there, then see where the coders differ.")
                                : team.compared->open > 0 ? TeamPage::tr("See where the coders differ: %L1 of %L2 disagreements are open.").arg(team.compared->open).arg(team.compared->disagreements)
                                : team.compared->unruled > 0
                                ? TeamPage::tr("No disagreement is open. %Ln passages that all agree on are not in the consensus yet: settle them in one step (Compare, Ctrl+Shift+G).", nullptr, team.compared->unruled)
                                : TeamPage::tr("No disagreement is open."), team),
                TeamPage::tr("Compare")};
    case TeamStep::Export:
        return {TeamPage::tr("Everything is settled"),
                TeamPage::tr("What holds goes out as the settled dataset; Agreement has the figures for the methods section."),
                TeamPage::tr("Export the Settled Dataset…")};
    case TeamStep::Code:
        return {TeamPage::tr("This is how far you are"), TeamPage::tr("A lead sees the whole team here."), TeamPage::tr("Go On Coding")};
    case TeamStep::Nothing:
        break;
    }
    return {};
}

ValueCell timeCell(const std::optional<std::chrono::milliseconds> &time)
{
    return {time ? timeForPeople(*time) : u"–"_s, time ? QVariant(qlonglong(time->count())) : QVariant(-1), {}, true};
}

ValueCell paceCell(const std::optional<double> &pace)
{
    return {pace ? QLocale().toString(*pace, 'f', 1) : u"–"_s, pace ? QVariant(*pace) : QVariant(-1.0), {}, true};
}

ValueCell packetCell(CoderId coder, const Team &team)
{
    const auto known = team.packets.find(coder);
    if (known == team.packets.end())
        return {u"–"_s, QVariant(-1)};
    const auto &[at, file, isBack] = known->second;
    const QString since = momentForPeople(at).section(u',', 0, 0); // the day, or today the hour: the column is narrow
    return {isBack ? TeamPage::tr("Back") : TeamPage::tr("Out since %1").arg(since), QVariant(at),
            TeamPage::tr("Written %1 to %2. %3")
                .arg(QLocale().toString(at.toLocalTime(), QLocale::ShortFormat), QDir::toNativeSeparators(file),
                     isBack ? TeamPage::tr("What was done since is here.") : TeamPage::tr("Nothing that was done since is here."))};
}

ValueCell kindCell(const TeamSet &set)
{
    const QString kind = titleOf(set.set.kind);
    if (set.set.kind != SetKind::Training)
        return {kind};
    return set.gold.isEmpty() ? ValueCell{kind, {}, TeamPage::tr("No gold answers: nobody is told how they did.")}
                              : ValueCell{TeamPage::tr("%1, gold").arg(kind), {}, TeamPage::tr("Gold answers: %1. Who marks an article as done is told what they have.").arg(set.gold)};
}

} // namespace

TeamPage::TeamPage(QWidget *parent)
    : QWidget(parent)
    , m_columns(new QSplitter(this))
{
    setObjectName(u"teamPage"_s);
    setAccessibleName(tr("Team"));
    m_stepLine = buildStep();
    auto *setup = new QSplitter(Qt::Vertical, m_columns);
    setup->addWidget(buildCoders());
    setup->addWidget(buildSets());
    setup->setChildrenCollapsible(false);
    m_setup = setup;
    m_columns->addWidget(setup);
    m_columns->addWidget(buildProgress());
    m_columns->setChildrenCollapsible(false);
    m_columns->setStretchFactor(0, 2);
    m_columns->setStretchFactor(1, 3);
    m_columns->setSizes({600, 632});
    for (QSplitter *splitter : {m_columns, setup})
        splitter->setHandleWidth(metrics::apart);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::margin, metrics::apart, metrics::margin);
    rows->setSpacing(metrics::apart);
    rows->addWidget(m_stepLine);
    rows->addWidget(m_columns, 1);
    setTeam({});
}

QWidget *TeamPage::buildStep()
{
    auto *line = new QWidget(this);
    m_stepTitle = headingLabel({}, line);
    m_stepText = secondaryLabel({}, line);
    m_stepText->setFont(font());
    m_stepText->setWordWrap(true);
    m_stepButton = new QPushButton(line);
    m_stepButton->setObjectName(u"teamStep"_s);
    m_stepButton->setDefault(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::hair);
    words->addWidget(m_stepTitle);
    words->addWidget(m_stepText);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(metrics::apart);
    row->addLayout(words, 1);
    row->addWidget(m_stepButton, 0, Qt::AlignVCenter);
    connect(m_stepButton, &QPushButton::clicked, this, [this] { emit stepRequested(m_step); });
    return line;
}

QWidget *TeamPage::buildCoders()
{
    m_coders = new TeamTable(tr("Coders"), u"people"_s, {tr("Name"), tr("Role"), tr("Assigned"), tr("Begun"), tr("Done"), tr("Flagged"), tr("Annotations"), tr("Packet")}, this);
    m_coders->view().setObjectName(u"teamCoders"_s);
    m_coders->empty().setTexts(tr("Nobody takes part yet"), tr("Who codes first says their name."));
    connect(m_coders->addButton(u"addCoder"_s, tr("Add…")), &QPushButton::clicked, this, &TeamPage::addCoderRequested);
    m_rename = m_coders->addButton(u"renameCoder"_s, tr("Rename…"));
    m_role = m_coders->addButton(u"coderRole"_s, tr("Make Lead"));
    m_packets = m_coders->addButton(u"writePackets"_s, tr("Write Packets…"));
    m_packets->setToolTip(tr("A file for each of the coders chosen, or for everybody: their articles, and nothing of the others"));
    connect(m_rename, &QPushButton::clicked, this, [this] { emit renameRequested(chosenCoder()->id); });
    connect(m_role, &QPushButton::clicked, this, [this] {
        const Coder &coder = *chosenCoder();
        emit roleRequested(coder.id, coder.role == CoderRole::Lead ? CoderRole::Coder : CoderRole::Lead);
    });
    connect(m_packets, &QPushButton::clicked, this, [this] {
        std::vector<CoderId> coders;
        for (const qint64 id : m_coders->chosen())
            coders.push_back({id});
        emit packetsRequested(coders);
    });
    connect(m_coders, &TeamTable::chosenChanged, this, &TeamPage::enableButtons);
    return m_coders;
}

QWidget *TeamPage::buildSets()
{
    m_sets = new TeamTable(tr("Sets"), u"articles"_s, {tr("Name"), tr("Kind"), tr("Blind"), tr("Chosen from"), tr("Articles"), tr("Assigned")}, this);
    m_sets->view().setObjectName(u"teamSets"_s);
    m_sets->view().setSelectionMode(QAbstractItemView::SingleSelection);
    m_sets->empty().setTexts(tr("No set yet"), tr("A set says which articles are coded, and what for."));
    QPushButton *first = m_sets->empty().addButton(tr("New Set…"));
    first->setDefault(false); // the next step is on top
    connect(first, &QPushButton::clicked, this, &TeamPage::makeSetRequested);
    connect(m_sets->addButton(u"makeSet"_s, tr("New…")), &QPushButton::clicked, this, &TeamPage::makeSetRequested);
    m_assign = m_sets->addButton(u"assignSet"_s, tr("Assign…"));
    m_handOn = m_sets->addButton(u"handOn"_s, tr("Hand On…"));
    m_handOn->setToolTip(tr("Somebody leaves: what they have not done goes to others"));
    m_blind = m_sets->addButton(u"setBlind"_s, tr("Lift Blindness"));
    m_remove = m_sets->addButton(u"removeSet"_s, tr("Remove"));
    m_remove->setToolTip(tr("While nobody is assigned to it"));
    connect(m_assign, &QPushButton::clicked, this, [this] { emit assignRequested(chosenSet()->set.id); });
    connect(m_handOn, &QPushButton::clicked, this, [this] { emit handOnRequested(chosenSet()->set.id); });
    connect(m_blind, &QPushButton::clicked, this, [this] { emit blindRequested(chosenSet()->set.id, !chosenSet()->set.blind); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeSetRequested(chosenSet()->set.id); });
    connect(m_sets, &TeamTable::chosenChanged, this, &TeamPage::enableButtons);
    return m_sets;
}

QWidget *TeamPage::buildProgress()
{
    auto *part = new QWidget(this);
    m_progress = new TeamTable(tr("Progress"), u"in-progress"_s,
                               {tr("Set"), tr("Coder"), tr("Assigned"), tr("Begun"), tr("Done"), tr("Missing"), tr("Annotations"), tr("Time"), tr("Pace")}, part);
    m_progress->view().setObjectName(u"teamProgress"_s);
    m_merge = m_progress->addButton(u"teamMerge"_s, tr("Merge Copies…"));
    m_merge->setToolTip(tr("Packets that came back, or any copy of this project; what they would bring is told first"));
    m_compare = m_progress->addButton(u"teamCompare"_s, tr("Compare"));
    m_rule = secondaryLabel(tr("Missing: required answers, in articles that were begun. Time: for each article done. Pace: articles done a day. Both by the history; a pause of "
                               "more than ten minutes is not counted, nor the time before the first entry of a sitting."), part);
    m_rule->setWordWrap(true);
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::near);
    rows->addWidget(m_progress, 1);
    m_warnings = new QLabel(part);
    m_warnings->setObjectName(u"teamWarnings"_s);
    m_warnings->setTextFormat(Qt::PlainText);
    m_warnings->setWordWrap(true);
    m_warnings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(m_warnings);
    rows->addWidget(m_rule);
    connect(m_merge, &QPushButton::clicked, this, &TeamPage::mergeRequested);
    connect(m_compare, &QPushButton::clicked, this, &TeamPage::compareRequested);
    return part;
}

void TeamPage::setTeam(const Team &team)
{
    m_team = team;
    if (!team.youLead()) { // it is not only hidden
        m_team.warnings.clear();
        m_team.compared.reset();
        m_team.packets.clear();
        std::erase_if(m_team.work, [&](const TeamWork &work) { return work.coder != team.you; });
    }
    const QString warnings = m_team.warnings.isEmpty() ? QString() : u"⚠ "_s + m_team.warnings.join(u"\n⚠ "_s);
    m_warnings->setText(warnings);
    m_warnings->setAccessibleName(warnings.isEmpty() ? tr("Warnings") : warnings);
    m_warnings->setVisible(!warnings.isEmpty());
    m_setup->setVisible(team.youLead());
    showStep();
    showCoders();
    showSets();
    showProgress();
    enableButtons();
}

void TeamPage::takeFocus()
{
    if (m_stepButton->isVisible())
        m_stepButton->setFocus(Qt::OtherFocusReason);
    else
        m_progress->view().setFocus(Qt::OtherFocusReason);
}

void TeamPage::showStep()
{
    m_step = nextStep(m_team);
    const StepTexts texts = textsOf(m_step, m_team);
    m_stepTitle->setText(texts.title);
    m_stepText->setText(texts.text);
    m_stepButton->setText(texts.button);
    m_stepButton->setAccessibleName(texts.button);
    m_stepButton->setAccessibleDescription(texts.title + u". "_s + texts.text);
    m_stepLine->setVisible(!texts.title.isEmpty());
}

void TeamPage::showCoders()
{
    std::vector<ValueRow> rows;
    for (const Coder &coder : m_team.coders) {
        TeamWork sum;
        for (const TeamWork &work : m_team.work) {
            if (work.coder != coder.id)
                continue;
            sum.assigned += work.assigned;
            sum.inProgress += work.inProgress;
            sum.done += work.done;
            sum.flagged += work.flagged;
            sum.annotations += work.annotations;
        }
        ValueRow &row = rows.emplace_back(coder.id.value);
        row.cells = {{coder.id == m_team.you ? tr("%1 (you)").arg(coder.name) : coder.name}, {titleOf(coder.role)}};
        for (const int number : {sum.assigned, sum.inProgress, sum.done, sum.flagged, sum.annotations})
            row.cells.push_back(m_team.isCounted ? numberCell(number) : ValueCell{u"…"_s, 0, {}, true});
        row.cells.push_back(packetCell(coder.id, m_team));
    }
    m_coders->setRows(std::move(rows));
}

void TeamPage::showSets()
{
    std::vector<ValueRow> rows;
    for (const TeamSet &set : m_team.sets) {
        rows.push_back({set.set.id.value,
                        {{set.set.name}, kindCell(set), {set.set.blind ? tr("Blind") : tr("Open")}, {set.from, {}, set.from},
                         numberCell(set.articles), set.isCoded ? numberCell(set.assigned, tr("Articles to coders: one that two code counts twice")) : ValueCell{tr("Nobody"), -1, {}, true}}});
    }
    m_sets->setRows(std::move(rows));
    if (m_sets->chosen().empty() && !m_team.sets.empty())
        m_sets->choose((setToAssign(m_team) ? setToAssign(m_team) : &m_team.sets.front())->set.id.value);
}

/// The id of a row is its place: a coder has one for each set.
void TeamPage::showProgress()
{
    std::vector<ValueRow> rows;
    for (const TeamWork &work : m_team.work) {
        const auto set = std::ranges::find(m_team.sets, work.set, [](const TeamSet &known) { return known.set.id; });
        const Coder *coder = m_team.coder(work.coder);
        if (!coder)
            continue;
        ValueRow &row = rows.emplace_back(qint64(rows.size()) + 1);
        row.cells = {{set == m_team.sets.end() ? tr("Beyond the sets") : set->set.name}, {coder->name}};
        for (const int number : {work.assigned, work.inProgress, work.done})
            row.cells.push_back(numberCell(number));
        row.cells.push_back(numberCell(work.missing, work.missing > 0 ? tr("Required answers that are missing in articles they began") : QString()));
        row.cells.push_back(numberCell(work.annotations));
        row.cells.push_back(timeCell(work.timePerArticle));
        row.cells.push_back(paceCell(work.articlesPerDay));
    }
    m_progress->empty().setTexts(m_team.isCounted ? tr("Nothing is coded yet") : tr("Counting…"),
                                 m_team.isCounted ? tr("What is assigned, begun and done shows here, for each set and coder.") : QString());
    m_progress->setRows(std::move(rows));
}

const Coder *TeamPage::chosenCoder() const
{
    const auto chosen = m_coders->chosen();
    return chosen.size() == 1 ? m_team.coder({chosen.front()}) : nullptr;
}

const TeamSet *TeamPage::chosenSet() const
{
    const auto chosen = m_sets->chosen();
    const auto found = std::ranges::find_if(m_team.sets, [&](const TeamSet &set) { return !chosen.empty() && set.set.id.value == chosen.front(); });
    return found == m_team.sets.end() ? nullptr : &*found;
}

void TeamPage::enableButtons()
{
    const bool lead = m_team.youLead() && m_team.isWritable;
    const Coder *coder = chosenCoder();
    const TeamSet *set = chosenSet();
    m_rename->setEnabled(lead && coder);
    m_role->setEnabled(lead && coder);
    m_role->setText(coder && coder->role == CoderRole::Lead ? tr("Make Coder") : tr("Make Lead"));
    m_role->setAccessibleName(m_role->text());
    m_packets->setEnabled(lead && m_team.assigned() > 0);
    m_assign->setEnabled(lead && set);
    m_handOn->setEnabled(lead && set && set->isCoded);
    m_blind->setEnabled(lead && set);
    m_blind->setText(set && !set->set.blind ? tr("Make Blind") : tr("Lift Blindness"));
    m_blind->setAccessibleName(m_blind->text());
    m_remove->setEnabled(lead && set && !set->isCoded);
    m_merge->setVisible(m_team.youLead());
    m_merge->setEnabled(lead);
    m_compare->setVisible(m_team.youLead());
}

} // namespace galley
