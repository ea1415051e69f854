// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSizeGrip>
#include <QSplitterHandle>
#include <QStackedWidget>
#include <QStringList>
#include <QWidget>

/// What a screen reader would miss, in words: every control that can be used or read must have a name.
inline QStringList widgetsWithoutAName(const QWidget &root)
{
    QStringList missing;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        // Parts Qt makes inside a named control speak through it.
        const bool insideControl = qobject_cast<QScrollBar *>(widget) || qobject_cast<QSplitterHandle *>(widget) || qobject_cast<QSizeGrip *>(widget)
            || widget->objectName().startsWith(u"qt_") || widget->inherits("QComboBoxPrivateContainer")
            || widget->inherits("QLineEditIconButton") || widget->inherits("QTableCornerButton");
        const auto *label = qobject_cast<QLabel *>(widget);
        const bool speaks = label ? !label->text().isEmpty() || !label->pixmap().isNull() : widget->focusPolicy() != Qt::NoFocus;
        if (insideControl || !speaks || qobject_cast<QHeaderView *>(widget))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (accessible && accessible->text(QAccessible::Name).isEmpty()) {
            const QString parent = widget->parentWidget() ? QString::fromLatin1(widget->parentWidget()->metaObject()->className()) : QString();
            missing << QStringLiteral("%1 in %2 (%3)").arg(QString::fromLatin1(widget->metaObject()->className()), parent, label ? label->text() : QString());
        }
    }
    return missing;
}

#define VERIFY_EVERY_WIDGET_HAS_A_NAME(root) QCOMPARE(widgetsWithoutAName(root).join(QStringLiteral(", ")), QString())
