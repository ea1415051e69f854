// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <agreement/reliabilitysummary.h>
#include <agreementpage/agreementfilter.h>
#include <domain/change.h>

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace galley {

class AgreementPage;
class Desk;
class Workspace;

/// Measures how far coders agree while its page is seen: on another thread, anew a moment after work came in, and never for
/// nobody: what is no longer wanted is stopped.
class AgreementController : public QObject
{
    Q_OBJECT

public:
    explicit AgreementController(Desk &desk);

    AgreementPage *page();
    void shown(); ///< the page is come to, or the project is another one while it is there

private:
    /// What the thread brings; none where it was stopped.
    struct Measured
    {
        std::optional<Result<ReliabilitySummary>> summary;
    };
    struct Detailed
    {
        std::optional<RowDetails> details;
    };

    void follow(const Change &change);
    void outdate(int pause);
    void measure();
    void take();
    void settle();
    void detail();
    void takeDetails();
    void stop();
    void forget();
    void fillChoices();
    void remember();
    void recall();
    Thresholds thresholds() const;
    void decideThresholds();
    ComparedParts parts() const;

    Desk &m_desk;
    Workspace &m_workspace;
    AgreementPage *m_page = nullptr;
    QTimer m_pause;  ///< until what came in is measured
    QTimer m_chosen; ///< until the details of the chosen row are
    QFutureWatcher<Measured> m_measuring;
    QFutureWatcher<Detailed> m_detailing;
    ReliabilitySummary m_summary;
    bool m_isMeasured = false; ///< what is shown is what the project holds
    std::vector<CoderId> m_idle; ///< leads who coded nothing, when all were compared last: no choice among those who code
    bool m_stopped = false;    ///< by the user, who wants no new try before something changes
    bool m_isNew = false;      ///< the page was just come to: what it then shows takes the keys
    int m_row = -1;
};

} // namespace galley
