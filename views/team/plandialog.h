// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/planmodel.h>

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace galley {

class TickList;

/// Everything a plan is made of that its dialog does not ask for.
struct PlanBasis
{
    QString set; ///< its name
    std::vector<Coder> coders;
    std::vector<PlanModel::PlannedArticle> articles;
    std::vector<PlanModel::Pair> assigned; ///< already
};

/// Who codes what of a set: so many coders for each article. The plan is shown as it would be, every tick of it can be changed,
/// and nothing is made before it is accepted.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    /// A plan of these, or in words why there is none.
    struct Outcome
    {
        std::vector<PlanModel::Pair> plan;
        QString problem = {};
    };
    using Planner = std::function<Outcome(const std::vector<CoderId> &coders, int perArticle, quint64 seed)>;

    PlanDialog(PlanBasis basis, Planner planner, QWidget *parent);

    std::vector<PlanModel::Pair> plan() const { return m_model.planned(); }

private:
    QWidget *buildAsked();
    QWidget *buildPlan();
    void makePlan();
    void showCounts();

    PlanBasis m_basis;
    Planner m_planner;
    PlanModel m_model;
    TickList *m_coders;
    QSpinBox *m_perArticle;
    QLineEdit *m_seed;
    QTableView *m_table;
    QLabel *m_counts;
    QPushButton *m_assign;
    QString m_problem;
};

} // namespace galley
