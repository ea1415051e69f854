// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/comparisonlistmodel.h>
#include <review/comparisonfilter.h>

#include <QWidget>

class QAction;
class QCheckBox;
class QComboBox;
class QPushButton;

namespace galley {

/// What of a comparison is looked at, and by what rule annotations are taken for the same.
class ComparisonFilters : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonFilters(QWidget *parent = nullptr);

    void setNames(const ComparisonNames &names); ///< fills the choices; what was chosen stays where it is still there
    void setFilter(const ComparisonFilter &filter); ///< what its names are not known of yet is chosen when they are
    void setArticle(ArticleId article); ///< what "only this article" means
    void showAll(bool agreement);       ///< nothing is left out any more; what all agree on only where it is wanted
    void setRule(const QString &rule);  ///< "overlap", "exact", "iou=0.5"

    ComparisonFilter filter() const;
    ComparisonListModel::Accepts accepts() const; ///< as it is chosen now
    QString rule() const;
    bool onlyOpen() const;
    QStringList narrowing() const; ///< in words, what leaves something out; that only what is open is shown is no part of it

    void setShowAll(QAction *action); ///< has a button here

signals:
    void changed();
    void ruleChanged(const QString &rule);

private:
    QComboBox *addChoice(const QString &name, const char *id);

    QComboBox *m_layer, *m_kind, *m_code, *m_coders, *m_state, *m_rule;
    QCheckBox *m_onlyArticle;
    QPushButton *m_showAll;
    ArticleId m_article;
    std::optional<ComparisonFilter> m_wanted; ///< that was asked for before its names were known
};

} // namespace galley
