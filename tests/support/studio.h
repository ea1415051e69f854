// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/areas.h>
#include <app/frame/mainwindow.h>
#include <app/importing/importcontroller.h>
#include <app/settings.h>

#include <project/coderedits.h>
#include <project/workspace.h>
#include <readers/codebook/builtincodebooks.h>
#include <text/articleview.h>

#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

#pragma GCC diagnostic ignored "-Wconversion" // QTRY_VERIFY narrows by itself

/// A window on a project in a folder of its own, with settings that touch nobody's.
class Studio
{
public:
    Studio()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.filePath(QStringLiteral("settings")));
        QCoreApplication::setApplicationName(QStringLiteral("galley"));
        m_settings = std::make_unique<galley::Settings>();
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString project() const { return path(QStringLiteral("study.galley")); }
    galley::Settings &settings() { return *m_settings; }
    galley::MainWindow &window() { return *m_window; }
    galley::Workspace &workspace() { return m_window->workspace(); }
    galley::ArticleView &view() { return *m_window->findChild<galley::ArticleView *>(QStringLiteral("articleView")); }

    void showWindow()
    {
        m_window = std::make_unique<galley::MainWindow>(*m_settings, galley::areas);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get(), 20000));
        waitUntilActive();
    }

    /// Keys reach actions of the active window only, and under load a window manager takes its time.
    void waitUntilActive()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), 20000));
    }

    void closeWindow()
    {
        m_window->close();
        m_window.reset();
    }

    /// A project with the default codebook, its coder chosen.
    void createProject(const QString &coder = QStringLiteral("Ada"))
    {
        const auto codebook = galley::builtInCodebook(QStringLiteral("default"));
        QVERIFY2(codebook, codebook ? "" : qPrintable(codebook.error().message));
        const auto made = workspace().createProject(project(), *codebook);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        becomeCoder(coder);
    }

    void becomeCoder(const QString &name)
    {
        const auto known = std::ranges::find(workspace().coders(), name, &galley::Coder::name);
        galley::CoderId id = known == workspace().coders().end() ? galley::CoderId() : known->id;
        if (!id) {
            const auto addition = galley::addCoder(workspace().coders(), name);
            QVERIFY(workspace().commit(addition));
            id = galley::coderIn(*addition).id;
        }
        workspace().setCoder(id);
    }

    QString write(const QString &name, const QString &text)
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
        return file.fileName();
    }

    /// Imports through the window and waits until it is done.
    void import(const QStringList &files)
    {
        const qint64 before = articles();
        beginImport(files);
        QTRY_VERIFY_WITH_TIMEOUT(articles() > before, 60000);
    }

    void beginImport(const QStringList &files) { m_window->findChild<galley::ImportController *>()->importFiles(files); }

    /// None as long as some are being written: they are in the file before the window tells of them.
    qint64 articles() { return m_window->findChild<galley::ImportController *>()->isSaving() ? 0 : workspace().project()->store().counts()->articles; }

    QString keyOf(const QString &code) const
    {
        for (const galley::Code &known : m_window->workspace().project()->codebook().codes()) {
            const galley::Variable *variable = m_window->workspace().project()->codebook().variable(known.variable);
            if (known.name == code && m_window->workspace().project()->codebook().principalVariable(variable->layer) == variable)
                return known.key;
        }
        return {};
    }

    template<typename Widget>
    Widget *child(const QString &name) { return m_window->findChild<Widget *>(name); }

    void goTo(const char *place) { child<QAction>(QStringLiteral("place-") + QLatin1StringView(place))->trigger(); }

    /// A key where the focus is.
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        waitUntilActive();
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &view(), Qt::Key(key), modifiers);
    }

    std::vector<galley::Annotation> annotations()
    {
        return *workspace().project()->store().annotations(workspace().article()->article.id);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<galley::Settings> m_settings;
    std::unique_ptr<galley::MainWindow> m_window;
};
