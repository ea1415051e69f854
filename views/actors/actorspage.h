// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/coder.h>
#include <items/valuetable.h>

#include <QSortFilterProxyModel>
#include <QWidget>

#include <map>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace galley {

class ActorForm;

/// An annotation that names an actor.
struct ActorOccurrence
{
    AnnotationId annotation;
    ArticleId article;
    QString text; ///< for people: what it says, where
};

/// The register of actors as a table, and beside it the one chosen, with where they occur.
class ActorsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ActorsPage(QWidget *parent = nullptr);

    void setActors(const std::vector<Actor> &actors, const std::map<ActorId, qint64> &uses);
    void setOccurrences(ActorId of, std::vector<ActorOccurrence> occurrences);
    void setReadOnly(bool readOnly, bool mayMerge);
    void choose(ActorId actor);
    void nameNew(ActorId actor); ///< chooses it, and its name is to be typed
    ActorId chosen() const;      ///< 0: none
    void commit();
    void takeFocus();

signals:
    void chosenChanged();
    void edited(const galley::Actor &actor);
    void newWanted();
    void removeWanted(galley::ActorId actor);
    void mergeWanted(galley::ActorId from, galley::ActorId into);
    void importWanted();
    void exportWanted();
    void occurrenceWanted(const galley::ActorOccurrence &occurrence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildActor();
    QPushButton *addButton(const QString &id, const QString &text, void (ActorsPage::*wanted)());
    void showChosen();
    void askWhomToMergeInto();
    void wantRemoved();
    void go();

    std::vector<Actor> m_actors;
    std::map<ActorId, qint64> m_uses;
    std::vector<ActorOccurrence> m_occurrences;
    bool m_readOnly = false;
    bool m_mayMerge = true;
    ValueTable m_values;
    QSortFilterProxyModel m_sorted;
    QLineEdit *m_filter;
    QTableView *m_view;
    QStackedWidget *m_stack;
    QStackedWidget *m_right;
    ActorForm *m_form;
    QLabel *m_where;
    QListWidget *m_list;
    QList<QPushButton *> m_buttons;
    QPushButton *m_merge;
    QPushButton *m_remove;
};

} // namespace galley
