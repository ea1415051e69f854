// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <dialogs.h>
#include <pictures.h>
#include <studio.h>

#include <panels/articlefieldsdialog.h>
#include <panels/importpreview.h>
#include <panels/startpage.h>
#include <text/articlelayout.h>
#include <widgets/messagebar.h>
#include <widgets/progressline.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QApplication>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeWidget>
#include <QToolButton>
#include <QUrl>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

QString cellText(const QTableView *table, int row, int column)
{
    return table->model()->index(row, column).data().toString();
}

} // namespace

/// What the window does beside coding: files dropped on it, long imports, printing.
class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void articlesDroppedOnTheTextComeIn();
    void aPreviewThatIsDeclinedLeavesNothing();
    void aPassageLeftOutIsTakenInByTheButton();
    void anEncodingIsCorrectedInThePreview();
    void oneFileOfSeveralHasAnotherEncoding();
    void articlesAreUntickedAndCorrectedInThePreview();
    void allOfALongListCanBeUnticked();
    void ambiguousDatesAreAskedAbout();
    void whatMayBeARevisionIsAskedAbout();
    void anArticleIsTakenOutWithItsReason();
    void anArticleIsCorrected();
    void aTableIsMappedAndTheMappingIsRemembered();
    void whatTheClipboardHoldsIsPasted();
    void aFolderDroppedOnTheWindowComesIn();
    void aFolderIsChosenInTheMenu();
    void aProjectDroppedOnTheStartPageOpens();
    void whatIsNoFileIsNotAccepted();
    void aProjectOpensAtTheArticleLastRead();
    void aPartIsCorrectedAndTheReaderStays();
    void anImportShowsItsProgressAndIsCancelledWithoutATrace();
    void anArticleIsSavedAsPdfWithItsMarks();
    void theReportOfTheLastImportIsShownAndEscapeClosesIt();
    void aCopyIsSavedWhole();
    void aDatasetIsWrittenWhileTheWindowGoesOn();
    void cuesComeAfterTheArticle();
    void aCopyMadeByTheFileManagerHoldsWhatIsDone();

private:
    void saveAs(const char *action, const QString &path);
    qint64 annotationsIn(const QString &project);
    ImportPreview *preview();
    void answerPreview(bool import);
    bool drop(QWidget &target, const QStringList &paths);
    QString manyArticles(int count);

    std::unique_ptr<Studio> m_studio;
};

void WindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
}

void WindowTest::cleanup()
{
    m_studio.reset();
}

/// As a file manager drops files, or a text where there are none: enter, move, let go. False where the window does not take it.
bool WindowTest::drop(QWidget &target, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    if (urls.isEmpty())
        data.setText(u"harbour"_s);
    else
        data.setUrls(urls);
    const QPoint at = target.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QApplication::sendEvent(&target, &enter);
    if (!enter.isAccepted())
        return false;
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&target, &move);
    QDropEvent let(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&target, &let);
    return let.isAccepted();
}

/// The preview, once it has something to show.
ImportPreview *WindowTest::preview()
{
    ImportPreview *shown = nullptr;
    const bool there = QTest::qWaitFor([&] {
        shown = m_studio->window().findChild<ImportPreview *>();
        return shown && shown->isVisible();
    }, 30000);
    return there ? shown : nullptr;
}

void WindowTest::answerPreview(bool import)
{
    ImportPreview *shown = preview();
    QVERIFY(shown);
    QCOMPARE(m_studio->articles(), 0); // nothing is kept yet
    QVERIFY(testing::keepPicture(*shown, u"preview"_s));
    for (QPushButton *button : shown->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == (import ? u"Import"_s : u"Cancel"_s))
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QFAIL("the preview has no such button");
}

QString WindowTest::manyArticles(int count)
{
    QString lines;
    for (int at = 0; at < count; ++at)
        lines += uR"({"type":"article","title":"Ferry %1","text":"Ferry %1 left the harbour on Monday.\n\n%2"})"_s.arg(at).arg(
                     u"It was full. "_s.repeated(40))
            + u'\n';
    return m_studio->write(u"many.jsonl"_s, lines);
}

void WindowTest::articlesDroppedOnTheTextComeIn()
{
    m_studio->createProject();
    const QString first = m_studio->write(u"one.txt"_s, u"Harbour opens\n\nIt opened on Monday.\n"_s);
    const QString second = m_studio->write(u"two.html"_s, u"<!doctype html><title>Bridge closes</title><p>It closed on Tuesday, the council said.</p>"_s);
    QVERIFY(drop(*m_studio->view().viewport(), {first, second}));
    answerPreview(true);
    QTRY_COMPARE(m_studio->articles(), 2);
    QTRY_VERIFY(m_studio->workspace().article()); // and the first of them is shown
}

void WindowTest::aFolderDroppedOnTheWindowComesIn()
{
    m_studio->createProject();
    QVERIFY(QDir().mkpath(m_studio->path(u"batch/may"_s)));
    m_studio->write(u"batch/one.txt"_s, u"Harbour opens\n\nIt opened on Monday.\n"_s);
    m_studio->write(u"batch/may/two.txt"_s, u"Bridge closes\n\nIt closed on Tuesday.\n"_s);
    QVERIFY(drop(m_studio->window(), {m_studio->path(u"batch"_s)}));
    answerPreview(true);
    QTRY_COMPARE(m_studio->articles(), 2);
}

void WindowTest::aFolderIsChosenInTheMenu()
{
    m_studio->createProject();
    QVERIFY(QDir().mkpath(m_studio->path(u"batch/may"_s)));
    m_studio->write(u"batch/one.txt"_s, u"Harbour opens\n\nIt opened on Monday.\n"_s);
    m_studio->write(u"batch/may/two.txt"_s, u"Bridge closes\n\nIt closed on Tuesday.\n"_s);
    auto *import = m_studio->window().findChild<QAction *>(u"importFolder"_s);
    QVERIFY(import && import->isEnabled());
    import->trigger();
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_studio->window().findChild<QFileDialog *>()) && dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name);
    name->setText(m_studio->path(u"batch"_s));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Open), Qt::LeftButton);
    ImportPreview *shown = preview();
    QVERIFY(shown);
    QTRY_COMPARE_WITH_TIMEOUT(shown->findChild<QTableView *>()->model()->rowCount(), 2, 30000);
    answerPreview(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->articles(), 2, 30000);
}

void WindowTest::aPreviewThatIsDeclinedLeavesNothing()
{
    m_studio->createProject();
    const QString file = m_studio->write(u"one.txt"_s, u"Harbour opens\n\nIt opened on Monday.\n"_s);
    QVERIFY(drop(*m_studio->view().viewport(), {file}));
    ImportPreview *shown = preview();
    QVERIFY(shown);
    auto *table = shown->findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(cellText(table, 0, 0), u"Harbour opens"_s);
    QVERIFY(shown->findChild<QPlainTextEdit *>()->toPlainText().contains(u"Parts: Headline"_s));
    QVERIFY(shown->grab().save(m_studio->path(u"preview.png"_s)));
    answerPreview(false);
    QTRY_VERIFY(!m_studio->window().findChild<ImportPreview *>());
    QCOMPARE(m_studio->articles(), 0);
    QVERIFY(m_studio->window().findChild<QAction *>(u"import"_s)->isEnabled());
}

void WindowTest::whatTheClipboardHoldsIsPasted()
{
    m_studio->createProject();
    QGuiApplication::clipboard()->setText(u"Harbour opens\n\nIt opened on Monday 😀, the council said.\n"_s);
    m_studio->window().findChild<QAction *>(u"pasteArticle"_s)->trigger();
    answerPreview(true);
    QTRY_COMPARE(m_studio->articles(), 1);
    QTRY_VERIFY(m_studio->workspace().article() && m_studio->workspace().article()->text.contains(u"Monday 😀"_s));
}

void WindowTest::aPassageLeftOutIsTakenInByTheButton()
{
    m_studio->createProject();
    const QString sentence = u"The keeper of the light asked the council on Monday for oil, and for a second lamp beside the first one. "_s;
    const QString page = u"<!doctype html><title>Lamp</title><article><h1>A second lamp for the keeper</h1><p>%1</p>"
                         "<p hidden>What the page hides is told all the same, because somebody may miss it.</p><p>%2</p></article>"_s;
    QVERIFY(drop(*m_studio->view().viewport(), {m_studio->write(u"lamp.html"_s, page.arg(sentence.repeated(3), sentence.repeated(2)))}));
    ImportPreview *shown = preview();
    QVERIFY(shown);
    QTreeWidget *leftOut = nullptr;
    for (QTreeWidget *tree : shown->findChildren<QTreeWidget *>())
        leftOut = tree->accessibleName() == u"Left out of the chosen article"_s ? tree : leftOut;
    QVERIFY(leftOut);
    QCOMPARE(leftOut->topLevelItemCount(), 1);
    QVERIFY(leftOut->topLevelItem(0)->text(1).startsWith(u"What the page hides"_s));
    for (const auto &[theme, word] : {std::pair(Theme::Dark, u"-dark"_s), std::pair(Theme::Light, u"-light"_s)}) {
        applyTheme(theme);
        shown->resize(1366, 768);
        QTest::qWait(50);
        QVERIFY(testing::keepPicture(*shown, u"preview-left-out"_s + word));
    }
    leftOut->setCurrentItem(leftOut->topLevelItem(0));
    for (QPushButton *button : shown->findChildren<QPushButton *>()) {
        if (button->accessibleName() == u"Take In"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(leftOut->topLevelItemCount(), 0);
    answerPreview(true);
    QTRY_COMPARE(m_studio->articles(), 1);
    QTRY_VERIFY(m_studio->workspace().article());
    const QStringList paragraphs = m_studio->workspace().article()->text.split(u"\n\n"_s);
    QCOMPARE(paragraphs.size(), 4);
    QVERIFY(paragraphs[2].startsWith(u"What the page hides"_s)); // where it stands on the page
}

void WindowTest::anEncodingIsCorrectedInThePreview()
{
    m_studio->createProject();
    QFile file(m_studio->path(u"one.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Caf\xE9 opens\n\nThe caf\xE9 opened.\n"); // é in windows-1252, й in windows-1251
    file.close();
    QVERIFY(drop(*m_studio->view().viewport(), {file.fileName()}));
    ImportPreview *shown = preview();
    QVERIFY(shown);
    auto *table = shown->findChild<QTableView *>();
    QCOMPARE(cellText(table, 0, 0), u"Café opens"_s);
    auto *encoding = shown->findChild<QComboBox *>();
    encoding->setCurrentIndex(encoding->findData(u"windows-1251"_s));
    emit encoding->activated(encoding->currentIndex());
    QTRY_COMPARE(cellText(table, 0, 0), u"Cafй opens"_s);
    answerPreview(true);
    QTRY_COMPARE(m_studio->articles(), 1);
    QTRY_COMPARE(m_studio->workspace().article()->article.title, u"Cafй opens"_s);
}

namespace {

void choose(ImportPreview &preview, const QString &name, const QVariant &data)
{
    auto *choice = preview.findChild<QComboBox *>(name);
    QVERIFY(choice && choice->isVisibleTo(&preview));
    QVERIFY(choice->findData(data) >= 0);
    choice->setCurrentIndex(choice->findData(data));
    emit choice->activated(choice->currentIndex());
}

} // namespace

/// What was decided beyond the first thousand counts too.
void WindowTest::allOfALongListCanBeUnticked()
{
    m_studio->createProject();
    QVERIFY(drop(*m_studio->view().viewport(), {manyArticles(1200)}));
    ImportPreview *shown = preview();
    QVERIFY(shown);
    auto *table = shown->findChild<QTableView *>();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1200, 30000);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_Space);
    const auto isTicked = [&](int row) { return table->model()->index(row, 0).data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked; };
    QVERIFY(!isTicked(0) && !isTicked(1199));
    table->setCurrentIndex(table->model()->index(1150, 0)); // which is chosen alone then
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(isTicked(1150) && !isTicked(1149));
    QVERIFY(shown->findChild<QPlainTextEdit *>()->toPlainText().contains(u"Ferry 1150 left the harbour"_s));
    const auto summaries = shown->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(summaries, [](const QLabel *label) { return label->text().contains(u"1199 unticked"_s); }));
    shown->resize(1366, 768);
    answerPreview(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->articles(), 1, 30000);
    const auto articles = m_studio->workspace().project()->store().articles();
    QVERIFY(articles);
    QCOMPARE(articles->front().title, u"Ferry 1150"_s);
}

void WindowTest::oneFileOfSeveralHasAnotherEncoding()
{
    m_studio->createProject();
    for (const QString &name : {u"one.txt"_s, u"two.txt"_s}) {
        QFile file(m_studio->path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Caf\xE9 opens " + name.toLatin1().first(3) + "\n\nThe caf\xE9 opened.\n");
    }
    QVERIFY(drop(*m_studio->view().viewport(), {m_studio->path(u"one.txt"_s), m_studio->path(u"two.txt"_s)}));
    ImportPreview *shown = preview();
    QVERIFY(shown);
    auto *table = shown->findChild<QTableView *>();
    choose(*shown, u"encodingOf"_s, m_studio->path(u"two.txt"_s));
    choose(*shown, u"encoding"_s, u"windows-1251"_s);
    QTRY_COMPARE(cellText(table, 1, 0), u"Cafй opens two"_s);
    QCOMPARE(cellText(table, 0, 0), u"Café opens one"_s);
    answerPreview(true);
    QTRY_COMPARE(m_studio->articles(), 2);
}

void WindowTest::articlesAreUntickedAndCorrectedInThePreview()
{
    m_studio->createProject();
    QVERIFY(drop(*m_studio->view().viewport(), {manyArticles(4)}));
    ImportPreview *shown = preview();
    QVERIFY(shown);
    auto *table = shown->findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), 4);
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(table->model()->index(1, 0).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
    table->setCurrentIndex(table->model()->index(2, 0));
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = table->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(u"Ferry two leaves"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(cellText(table, 2, 0), u"Ferry two leaves"_s);
    table->model()->setData(table->model()->index(3, 1), u"Bay Courier"_s);
    table->model()->setData(table->model()->index(3, 2), u"4 May 2023"_s);
    const auto summaries = shown->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(summaries, [](const QLabel *label) { return label->text().contains(u"1 unticked"_s) && label->text().contains(u"2 corrected"_s); }));
    QVERIFY(testing::keepPicture(*shown, u"preview-corrected"_s));
    answerPreview(true);
    QTRY_COMPARE(m_studio->articles(), 3);
    const auto articles = m_studio->workspace().project()->store().articles();
    QVERIFY(articles);
    QCOMPARE((*articles)[0].title, u"Ferry 0"_s);
    QCOMPARE((*articles)[1].title, u"Ferry two leaves"_s);
    QCOMPARE((*articles)[2].outlet, u"Bay Courier"_s);
    QCOMPARE((*articles)[2].published, u"2023-05-04"_s);
    QVERIFY(m_studio->workspace().project()->store().text((*articles)[1].id)->startsWith(u"Ferry 2 left"_s)); // the text is the source's
}

void WindowTest::ambiguousDatesAreAskedAbout()
{
    m_studio->createProject();
    QString table = u"title,outlet,published,text\n"_s;
    for (int day = 1; day <= 15; ++day)
        table += u"Ferry %1 is late,Bay Courier,%1/03/2021,\"Ferry %1 left the harbour on a morning of fog, and the keeper saw it go.\"\n"_s.arg(day, 2, 10, QChar(u'0'));
    QVERIFY(drop(*m_studio->view().viewport(), {m_studio->write(u"dates.csv"_s, table)}));
    ImportPreview *shown = preview();
    QVERIFY(shown);
    auto *list = shown->findChild<QTableView *>();
    QCOMPARE(cellText(list, 0, 2), u"01/03/2021"_s);
    for (const auto &[theme, word] : {std::pair(Theme::Dark, u"-dark"_s), std::pair(Theme::Light, u"-light"_s)}) {
        applyTheme(theme);
        shown->resize(1366, 768);
        QTest::qWait(50);
        QVERIFY(testing::keepPicture(*shown, u"preview-dates"_s + word));
    }
    choose(*shown, u"dates"_s, 1);
    QTRY_COMPARE(cellText(list, 0, 2), u"2021-03-01"_s);
    QCOMPARE(cellText(list, 12, 2), u"2021-03-13"_s);
    choose(*shown, u"dates"_s, 2); // it can be thought over
    QTRY_COMPARE(cellText(list, 0, 2), u"2021-01-03"_s);
    choose(*shown, u"dates"_s, 1);
    QTRY_COMPARE(cellText(list, 0, 2), u"2021-03-01"_s);
    answerPreview(true);
    QTRY_COMPARE(m_studio->articles(), 15);
}

void WindowTest::whatMayBeARevisionIsAskedAbout()
{
    m_studio->createProject();
    const QString row = uR"({"id":"6f0c1a2e-3b4d-4e5f-8a9b-0c1d2e3f4a5b","title":"%1","text":"%2"})"_s;
    m_studio->import({m_studio->write(u"one.jsonl"_s, row.arg(u"Harbour opens"_s, u"The harbour opened on Monday after nine years."_s))});
    QVERIFY(drop(*m_studio->view().viewport(), {m_studio->write(u"two.jsonl"_s, row.arg(u"Crane sold"_s, u"Nobody wanted the crane, so a museum took it for little money."_s))}));
    ImportPreview *shown = preview();
    QVERIFY(shown);
    auto *table = shown->findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(!cellText(table, 0, 4).contains(u"corrected"_s));
    choose(*shown, u"doubt"_s, true);
    QTRY_VERIFY(cellText(table, 0, 4).contains(u"corrected text"_s));
    QVERIFY(testing::keepPicture(*shown, u"preview-doubt"_s));
    choose(*shown, u"doubt"_s, false);
    QTRY_VERIFY(!cellText(table, 0, 4).contains(u"corrected text"_s));
    choose(*shown, u"doubt"_s, true);
    QTRY_VERIFY(cellText(table, 0, 4).contains(u"corrected text"_s));
    shown->accept();
    QTRY_COMPARE(m_studio->articles(), 2);
    const auto articles = m_studio->workspace().project()->store().articles();
    QVERIFY(articles && (*articles)[1].revises == (*articles)[0].id);
}

void WindowTest::anArticleIsTakenOutWithItsReason()
{
    m_studio->createProject();
    m_studio->import({manyArticles(8)});
    QTRY_VERIFY(m_studio->workspace().article());
    QTRY_COMPARE(m_studio->workspace().listedArticles().size(), size_t(8));
    const auto listed = m_studio->workspace().listedArticles();
    const QString title = m_studio->workspace().article()->article.title;
    m_studio->window().findChild<QAction *>(u"retireArticle"_s)->trigger();
    auto *dialog = testing::shownDialog<QInputDialog>(m_studio->window());
    QVERIFY(dialog);
    QVERIFY(testing::keepPicture(*dialog, u"retire"_s));
    dialog->setTextValue(u"an advertisement"_s);
    dialog->accept();
    QTRY_COMPARE(m_studio->articles(), 7);
    QTRY_VERIFY(m_studio->workspace().article() && m_studio->workspace().article()->article.title != title);
    m_studio->workspace().undo();
    QTRY_COMPARE(m_studio->articles(), 8);
    QTRY_VERIFY(m_studio->workspace().listedArticles() == listed); // back in its place
}

void WindowTest::anArticleIsCorrected()
{
    m_studio->createProject();
    m_studio->import({manyArticles(2)});
    QTRY_VERIFY(m_studio->workspace().article());
    m_studio->window().findChild<QAction *>(u"correctArticle"_s)->trigger();
    auto *dialog = testing::shownDialog<ArticleFieldsDialog>(m_studio->window());
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"correctedTitle"_s)->setText(u"Ferry leaves"_s);
    dialog->findChild<QLineEdit *>(u"correctedDate"_s)->setText(u"4 May 2023"_s);
    QVERIFY(testing::keepPicture(*dialog, u"correct"_s));
    testing::acceptDialog(dialog);
    QTRY_COMPARE(m_studio->workspace().article()->article.title, u"Ferry leaves"_s);
    QCOMPARE(m_studio->workspace().article()->article.published, u"2023-05-04"_s);
    m_studio->workspace().undo();
    QTRY_COMPARE(m_studio->workspace().article()->article.title, u"Ferry 0"_s);
}

void WindowTest::aTableIsMappedAndTheMappingIsRemembered()
{
    m_studio->createProject();
    const QString table = u"Kopf;Was darin steht;Blatt\nHafen offen;Der Hafen öffnete am Montag.;Bote\n"_s;
    QVERIFY(drop(*m_studio->view().viewport(), {m_studio->write(u"one.csv"_s, table)}));
    ImportPreview *shown = preview();
    QVERIFY(shown);
    QCOMPARE(shown->findChild<QTableView *>()->model()->rowCount(), 0); // no column is called text
    const auto mean = [&](const QString &column, const QString &field) {
        const auto choice = [&]() -> QComboBox * {
            for (QComboBox *meaning : shown->findChildren<QComboBox *>()) {
                if (meaning->accessibleName().contains(column) && meaning->isVisible())
                    return meaning;
            }
            return nullptr;
        };
        QTest::qWait(100); // the choices are laid out
        QTRY_VERIFY2_WITH_TIMEOUT(choice(), "there is no such column", 20000);
        QComboBox *meaning = choice();
        meaning->setCurrentIndex(meaning->findData(field));
        emit meaning->activated(meaning->currentIndex());
        QTest::qWait(100);
    };
    mean(u"Was darin steht"_s, u"text"_s);
    QTRY_COMPARE(shown->findChild<QTableView *>()->model()->rowCount(), 1);
    mean(u"Kopf"_s, u"title"_s);
    mean(u"Blatt"_s, u"outlet"_s);
    QTRY_COMPARE(cellText(shown->findChild<QTableView *>(), 0, 1), u"Bote"_s);
    answerPreview(true);
    QTRY_COMPARE(m_studio->articles(), 1);
    QTRY_COMPARE(m_studio->workspace().article()->article.title, u"Hafen offen"_s);
    // Another table of the same shape needs no word.
    const QString more = u"Kopf;Was darin steht;Blatt\nBrücke zu;Die Brücke schloss am Dienstag.;Bote\n"_s;
    QVERIFY(drop(*m_studio->view().viewport(), {m_studio->write(u"two.csv"_s, more)}));
    shown = preview();
    QVERIFY(shown);
    QTRY_COMPARE(shown->findChild<QTableView *>()->model()->rowCount(), 1);
    QCOMPARE(cellText(shown->findChild<QTableView *>(), 0, 0), u"Brücke zu"_s);
    shown->reject();
}

void WindowTest::aProjectDroppedOnTheStartPageOpens()
{
    m_studio->createProject();
    m_studio->closeWindow();
    m_studio->showWindow();
    auto *page = m_studio->window().findChild<StartPage *>();
    QVERIFY(page && page->isVisible());
    QVERIFY(drop(*page, {m_studio->project()}));
    QTRY_VERIFY(m_studio->workspace().project());
    QCOMPARE(QFileInfo(m_studio->workspace().project()->store().path()).fileName(), u"study.galley"_s);
}

void WindowTest::whatIsNoFileIsNotAccepted()
{
    m_studio->createProject();
    QVERIFY(!drop(m_studio->window(), {}));
    QCOMPARE(m_studio->articles(), 0);
}

void WindowTest::aProjectOpensAtTheArticleLastRead()
{
    m_studio->createProject();
    for (const QString &name : {u"Anchor"_s, u"Bridge"_s, u"Canal"_s})
        m_studio->import({m_studio->write(name + u".txt"_s, name + u" news\n\nIt was on Monday that it was opened.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    m_studio->window().findChild<QAction *>(u"nextArticle"_s)->trigger();
    const QString title = m_studio->workspace().article()->article.title;
    m_studio->closeWindow();
    m_studio->showWindow();
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    QVERIFY(m_studio->workspace().article());
    QCOMPARE(m_studio->workspace().article()->article.title, title);
    QVERIFY(title != u"Anchor news"_s);
}

void WindowTest::aPartIsCorrectedAndTheReaderStays()
{
    m_studio->createProject();
    m_studio->import({m_studio->write(u"one.txt"_s, u"Harbour opens\n\nIt opened on Monday, the council said, and all the ferries were full.\n\nA ferry in May\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    const auto zones = [&] { return *m_studio->workspace().project()->store().zones(m_studio->workspace().article()->article.id); };
    const size_t before = zones().size();
    const qsizetype place = m_studio->workspace().article()->text.indexOf(u"in May"_s);
    m_studio->view().setSelection({place, place});
    auto *caption = m_studio->window().findChild<QAction *>(u"part caption"_s);
    QVERIFY(caption);
    caption->trigger();
    QCOMPARE(zones().size(), before + 1);
    QCOMPARE(zones().back().kind, ZoneKind::Caption);
    QCOMPARE(m_studio->view().caret(), place);
    m_studio->window().findChild<QAction *>(u"part plain"_s)->trigger();
    QCOMPARE(zones().size(), before);
    m_studio->workspace().undo();
    QCOMPARE(zones().size(), before + 1);
    m_studio->workspace().undo();
    QCOMPARE(zones().size(), before);
}

void WindowTest::anImportShowsItsProgressAndIsCancelledWithoutATrace()
{
    m_studio->createProject();
    const QString file = manyArticles(20'000);
    const auto history = m_studio->workspace().project()->store().history(1000);
    m_studio->beginImport({file});
    auto *line = m_studio->window().findChild<ProgressLine *>();
    QVERIFY(line && line->isVisible());
    auto *cancel = line->findChild<QToolButton *>();
    QVERIFY(cancel && cancel->isVisible());
    QTRY_VERIFY(line->isActive());
    QTest::qWait(50);
    QVERIFY(testing::keepPicture(m_studio->window(), u"progress"_s));
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY(!line->isActive());
    QTest::qWait(50); // nothing comes after
    QCOMPARE(m_studio->articles(), 0);
    QCOMPARE(m_studio->workspace().project()->store().history(1000)->size(), history->size());
    m_studio->import({file}); // and it may be begun again
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->articles(), 20'000, 60'000);
}

void WindowTest::anArticleIsSavedAsPdfWithItsMarks()
{
    m_studio->createProject();
    m_studio->import({m_studio->write(u"one.txt"_s, u"Harbour opens\n\nIt opened on Monday.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    const QString pdf = m_studio->path(u"article.pdf"_s);
    saveAs("printPdf", pdf);
    QFile file(pdf);
    QTRY_VERIFY(file.exists() && file.size() > 0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.contains("/Type /Page"));
    QVERIFY(bytes.trimmed().endsWith("%%EOF"));
}

void WindowTest::saveAs(const char *action, const QString &path)
{
    auto *save = m_studio->window().findChild<QAction *>(QLatin1StringView(action));
    QVERIFY(save && save->isEnabled());
    save->trigger();
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_studio->window().findChild<QFileDialog *>()) && dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name);
    name->setText(path); // typed, its completions would take the Return that follows
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
}

qint64 WindowTest::annotationsIn(const QString &project)
{
    const auto store = ProjectStore::open(project, ProjectStore::Mode::ReadOnly);
    return store ? store->counts()->annotations : -1;
}

void WindowTest::theReportOfTheLastImportIsShownAndEscapeClosesIt()
{
    m_studio->createProject();
    const auto file = [&](const QString &name) { return m_studio->write(name + u".txt"_s, name + u" news\n\nIt was on Monday that it was opened.\n"_s); };
    const QString anchor = file(u"Anchor"_s);
    m_studio->import({anchor});
    m_studio->import({anchor, file(u"Bridge"_s)}); // one is there already
    m_studio->import({anchor, file(u"Canal"_s), file(u"Dock"_s)});
    auto *bar = m_studio->window().findChild<MessageBar *>();
    QTRY_VERIFY(!bar->messages().isEmpty() && bar->messages().first().text.startsWith(u"2 articles"_s));
    QCOMPARE(bar->messages().size(), 1);
    auto *details = bar->findChild<QPushButton *>();
    QVERIFY(details->isVisible());
    m_studio->view().setFocus();
    QTest::keyClick(&m_studio->view(), Qt::Key_Escape);
    QVERIFY(bar->messages().isEmpty());
    QVERIFY(bar->isHidden());
}

void WindowTest::aCopyIsSavedWhole()
{
    m_studio->createProject();
    m_studio->import({m_studio->write(u"one.txt"_s, u"Harbour opens\n\nIt opened on Monday.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    m_studio->view().setSelection({15, 24});
    QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"Economic"_s));
    const QString copy = m_studio->path(u"for Ben.galley"_s);
    saveAs("saveCopy", copy);
    const auto isTold = [&] {
        return std::ranges::any_of(m_studio->window().findChild<MessageBar *>()->messages(), [](const Message &message) { return message.text.contains(u"whole copy"_s); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 20000);
    QCOMPARE(annotationsIn(copy), 1);
    QVERIFY(!QFile::exists(copy + u"-wal"_s));
    QCOMPARE(m_studio->workspace().project()->store().path(), m_studio->project()); // one goes on in the original
}

void WindowTest::aDatasetIsWrittenWhileTheWindowGoesOn()
{
    m_studio->createProject();
    m_studio->import({m_studio->write(u"one.txt"_s, u"Harbour opens\n\nIt opened on Monday.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    m_studio->view().setSelection({15, 24});
    QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"Economic"_s));
    const QString csv = m_studio->path(u"dataset.csv"_s);
    saveAs("exportCsv", csv);
    const auto isTold = [&] {
        return std::ranges::any_of(m_studio->window().findChild<MessageBar *>()->messages(), [](const Message &message) { return message.text.contains(u"written to"_s); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 20000);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("It opened"));
    for (const ProgressLine *line : m_studio->window().findChildren<ProgressLine *>())
        QVERIFY(!line->isActive());
}

void WindowTest::cuesComeAfterTheArticle()
{
    m_studio->settings().set(Setting::ShowCues, true);
    m_studio->closeWindow();
    m_studio->showWindow();
    m_studio->createProject();
    m_studio->import({m_studio->write(u"one.txt"_s, u"Harbour opens\n\n“It will open on Monday,” the council said, allegedly.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    QTRY_VERIFY_WITH_TIMEOUT(!m_studio->view().articleLayout().cues().empty(), 20000);
    m_studio->workspace().closeProject();
    QVERIFY(m_studio->view().articleLayout().cues().empty());
}

void WindowTest::aCopyMadeByTheFileManagerHoldsWhatIsDone()
{
    m_studio->createProject();
    m_studio->import({m_studio->write(u"one.txt"_s, u"Harbour opens\n\nIt opened on Monday.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    const QString &text = m_studio->view().page().text;
    for (qsizetype at = 15; at < 25; ++at) {
        m_studio->view().setSelection({at, text.size()});
        QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"Economic"_s));
    }
    QCOMPARE(m_studio->annotations().size(), size_t(10));
    int copies = 0;
    const auto copied = [&] {
        const QString copy = m_studio->path(u"copy %1.galley"_s.arg(++copies));
        return QFile::copy(m_studio->project(), copy) ? annotationsIn(copy) : -1;
    };
    QTRY_COMPARE_WITH_TIMEOUT(copied(), 10, 15000); // the window is open, and nothing was closed
}

GALLEY_WINDOW_TEST(WindowTest)
#include "tst_window.moc"
