// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

/// Everything written anywhere in a widget and what is in it, shown or not: texts, tooltips, what screen readers say, menus, rows of
/// lists, what is completed. For asking whether something can be read at all.
inline QString allTexts(const QWidget &widget)
{
    QStringList texts;
    const auto takeModel = [&](const QAbstractItemModel *model) {
        const auto take = [&](auto &&self, const QModelIndex &parent) -> void {
            for (int row = 0; model && row < model->rowCount(parent); ++row) {
                for (int column = 0; column < model->columnCount(parent); ++column) {
                    const QModelIndex index = model->index(row, column, parent);
                    for (int role = 0; role < Qt::UserRole + 20; ++role)
                        texts << index.data(role).toString();
                    if (column == 0)
                        self(self, index);
                }
            }
        };
        take(take, {});
    };
    for (const QObject *object : widget.findChildren<QObject *>()) {
        if (const auto *part = qobject_cast<const QWidget *>(object))
            texts << part->toolTip() << part->accessibleName() << part->accessibleDescription() << part->windowTitle() << part->statusTip();
        if (const auto *label = qobject_cast<const QLabel *>(object))
            texts << label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(object))
            texts << button->text();
        if (const auto *action = qobject_cast<const QAction *>(object))
            texts << action->text() << action->toolTip();
        if (const auto *line = qobject_cast<const QLineEdit *>(object))
            texts << line->text();
        if (const auto *edit = qobject_cast<const QPlainTextEdit *>(object))
            texts << edit->toPlainText();
        if (const auto *edit = qobject_cast<const QTextEdit *>(object))
            texts << edit->toPlainText();
        if (const auto *view = qobject_cast<const QAbstractItemView *>(object))
            takeModel(view->model());
        if (const auto *combo = qobject_cast<const QComboBox *>(object))
            takeModel(combo->model());
        if (const auto *completer = qobject_cast<const QCompleter *>(object))
            takeModel(completer->model());
    }
    texts.removeAll(QString());
    return texts.join(u'\n');
}
