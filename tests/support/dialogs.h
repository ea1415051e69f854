// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

#pragma GCC diagnostic ignored "-Wconversion" // QTRY_VERIFY narrows by itself

namespace galley::testing {

/// The dialog of that class that the window shows, waited for; null where none comes.
template<typename Dialog>
Dialog *shownDialog(const QWidget &window)
{
    Dialog *found = nullptr;
    (void)QTest::qWaitFor([&] {
        for (Dialog *candidate : window.findChildren<Dialog *>())
            found = candidate->isVisible() ? candidate : found;
        return found != nullptr;
    }, 10000);
    return found;
}

/// Presses the button that accepts it, and waits until it is gone.
inline void acceptDialog(QDialog *dialog)
{
    QVERIFY(dialog);
    const auto *box = dialog->findChild<QDialogButtonBox *>();
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) != QDialogButtonBox::AcceptRole)
            continue;
        QVERIFY(button->isEnabled());
        const QPointer<QDialog> accepted(dialog);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!accepted || !accepted->isVisible());
        return;
    }
    QFAIL("no button accepts");
}

/// Types the name of a file or folder into the dialog that asks for one.
inline void chooseFile(const QWidget &window, const QString &path)
{
    auto *files = shownDialog<QFileDialog>(window);
    QVERIFY(files);
    auto *name = files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
}

} // namespace galley::testing
