// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/annotationfilter.h>
#include <items/annotationlistmodel.h>

#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace galley {

class EmptyState;
class KwicTable;

/// Everything that was coded, as far as it is seen: found, sorted, grouped, chosen.
class AnnotationsPage : public QWidget
{
    Q_OBJECT

public:
    explicit AnnotationsPage(QWidget *parent = nullptr);

    void setModel(AnnotationListModel *model); ///< not owned
    void setActions(const QList<QAction *> &actions); ///< what can be done with the chosen ones; those with an icon have a button
    void setCodebook(const Codebook &codebook);
    void setCoders(const std::vector<Coder> &coders);
    void setReading(bool reading); ///< more may come

    const AnnotationFilter &filter() const { return m_filter; }
    void setFilter(const AnnotationFilter &filter); ///< as somebody would have typed it
    AnnotationOrder order() const;
    AnnotationGrouping grouping() const;

    std::vector<AnnotationId> chosen() const;      ///< in the order shown
    void choose(AnnotationId annotation, int near); ///< its row, or the one at `near` where it is not there
    void chooseAll(const std::vector<AnnotationId> &annotations); ///< those of them that are there; the current row stays
    int currentRow() const;
    void takeFocus();

signals:
    void filterChanged();      ///< also the order and the groups
    void chosenChanged();
    void showRequested(galley::AnnotationId annotation, galley::ArticleId article);
    void readRequested(); ///< to where things are coded

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildFilters();
    void offerCodes();
    void take();
    void showRight();
    QColor colorAt(const QModelIndex &index) const;

    AnnotationListModel *m_model = nullptr;
    Codebook m_codebook;
    AnnotationFilter m_filter;
    bool m_reading = false;
    QTimer m_typing; ///< a word is asked for when it is typed, not letter by letter
    QLineEdit *m_text, *m_value, *m_outlet, *m_date;
    QComboBox *m_code, *m_coder, *m_which, *m_group, *m_order;
    QLabel *m_count, *m_chosen;
    QHBoxLayout *m_buttons;
    QStackedWidget *m_stack;
    EmptyState *m_nothing, *m_nothingFits;
    KwicTable *m_table;
};

} // namespace galley
