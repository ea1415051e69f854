// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packetcontroller.h"

#include "../frame/desk.h"
#include "../frame/filechoice.h"
#include "../settings.h"

#include <project/workspace.h>
#include <widgets/progressline.h>

#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QRegularExpression>
#include <QtConcurrentRun>

#include <algorithm>
#include <set>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

const QString packetTopic = u"packets"_s;

/// "study – Ada.galley", without what some file system does not take.
QString fileFor(const QString &project, const Coder &coder)
{
    static const QRegularExpression notTaken(u"[\\x00-\\x1f/\\\\:*?\"<>|]"_s);
    QString name = coder.name;
    return u"%1 – %2.galley"_s.arg(QFileInfo(project).completeBaseName(), name.replace(notTaken, u"-"_s));
}

} // namespace

PacketController::PacketController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
{
    connect(&m_writing, &QFutureWatcherBase::finished, this, &PacketController::finished);
    connect(&m_writing, &QFutureWatcherBase::progressValueChanged, this, [this](int done) { m_progress->setProgress(done, m_writing.progressMaximum()); });
    connect(&m_workspace, &Workspace::projectClosing, this, &PacketController::stop);
}

/// What is being written is finished: it reads the project's file and nothing of this window.
PacketController::~PacketController()
{
    m_writing.disconnect(this);
    stop();
    m_writing.waitForFinished();
}

void PacketController::stop()
{
    if (m_stopped)
        *m_stopped = true;
}

std::vector<Coder> PacketController::withArticles(const std::vector<CoderId> &coders)
{
    const auto assignments = m_workspace.project()->store().assignments();
    if (!assignments) {
        m_desk.fail(assignments.error());
        return {};
    }
    std::vector<Coder> found;
    QStringList without;
    for (const Coder &coder : m_workspace.coders()) {
        if (!coders.empty() && !std::ranges::contains(coders, coder.id))
            continue;
        std::vector<Coder> selves = selvesOf(coder.id, m_workspace.everybody());
        selves.push_back(coder);
        if (std::ranges::any_of(*assignments, [&](const Assignment &one) { return std::ranges::contains(selves, one.coder, &Coder::id); }))
            found.push_back(coder);
        else
            without << coder.name;
    }
    if (found.empty())
        m_desk.say({Message::Warning, coders.empty() ? tr("Nothing is assigned to anybody; a packet would be empty.") : tr("Nothing is assigned to %1; a packet would be empty.").arg(without.join(u", "_s)), {}, {}, 0, packetTopic});
    return found;
}

void PacketController::ask(const std::vector<CoderId> &coders)
{
    if (m_writing.isRunning()) {
        m_desk.say(passing(tr("Packets are being written. Wait for their end or cancel it first.")));
        return;
    }
    const std::vector<Coder> found = withArticles(coders);
    if (found.empty())
        return;
    chooseFolder(&m_desk.window, m_desk.settings, tr("Folder for the Packets"), [this, found](const QString &folder) { write(folder, found); });
}

void PacketController::write(const QString &folder, const std::vector<Coder> &coders)
{
    if (!m_workspace.project() || m_writing.isRunning())
        return;
    if (!m_progress) {
        m_progress = &m_desk.addProgress();
        connect(m_progress, &ProgressLine::cancelRequested, this, &PacketController::stop);
    }
    m_folder = folder;
    m_project = m_workspace.project()->store().path();
    m_wanted = coders.size();
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    m_progress->begin(tr("Writing packets…"));
    m_writing.setFuture(QtConcurrent::run([project = ProjectFile(*m_workspace.project()), folder, coders, stopped = m_stopped](QPromise<Written> &promise) {
        promise.setProgressRange(0, int(coders.size()));
        for (size_t at = 0; at < coders.size() && !*stopped; ++at) {
            const QString file = QDir(folder).filePath(fileFor(project.path(), coders[at]));
            promise.addResult(Written{coders[at], file, project.writePacket(file, coders[at].id)});
            promise.setProgressValue(int(at) + 1);
        }
    }));
}

void PacketController::finished()
{
    m_progress->end();
    QStringList written, failed;
    const QList<Written> results = m_writing.future().results();
    for (const Written &one : results) {
        if (!one.counts)
            failed << tr("%1: %2").arg(one.coder.name, one.counts.error().message);
        else
            m_desk.settings.addPacket(m_project, one.coder.uuid.toString(), {QDateTime::currentDateTimeUtc(), one.file});
        if (!one.counts)
            continue;
        if (one.counts->renewed)
            written << tr("%1 (%Ln articles, renewed)", nullptr, one.counts->articles).arg(one.coder.name);
        else
            written << tr("%1 (%Ln articles)", nullptr, one.counts->articles).arg(one.coder.name);
    }
    QStringList lines;
    if (!written.isEmpty())
        lines << tr("In “%1”: %2. Send each to its coder; what comes back is merged here.").arg(QDir::toNativeSeparators(m_folder), written.join(u", "_s));
    if (size_t(results.size()) < m_wanted)
        lines << tr("The rest was cancelled.");
    lines += failed;
    if (lines.isEmpty())
        return;
    Message told = failed.isEmpty() ? passing(lines.join(u'\n')) : Message{Message::Warning, lines.join(u'\n')};
    told.topic = packetTopic;
    m_desk.say(told);
    emit packetsWritten();
}

} // namespace galley
