// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <accessiblenames.h>
#include <newsroom.h>

#include <items/historylistmodel.h>
#include <items/palette.h>
#include <panels/articlelistpanel.h>
#include <panels/cheatsheet.h>
#include <panels/codebookpanel.h>
#include <panels/codepalette.h>
#include <panels/coderchooser.h>
#include <panels/helppage.h>
#include <panels/historypanel.h>
#include <panels/importreportpanel.h>
#include <panels/inspectorpanel.h>
#include <panels/markchooser.h>
#include <panels/newprojectdialog.h>
#include <panels/startpage.h>
#include <panels/variableform.h>
#include <widgets/findbar.h>
#include <widgets/icons.h>
#include <widgets/messagebar.h>
#include <widgets/progressline.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <functional>
#include <memory>

using namespace galley;
using namespace Qt::StringLiterals;

using Make = std::function<QWidget *()>;
Q_DECLARE_METATYPE(Make)

namespace {

std::vector<CodebookChoice> codebooks()
{
    return {{u"policy"_s, u"Policy frames"_s, u"Fifteen frames for any policy issue, stance towards a target, and the article as a whole."_s},
            {u"generic"_s, u"Generic news frames"_s, u"Conflict, human interest, morality, responsibility and economic consequences as yes/no items."_s},
            {u"entman"_s, u"Four functions of framing"_s, u"Problem, cause, judgement, remedy."_s}};
}

QWidget *sized(QWidget *widget, int width, int height)
{
    widget->resize(width, height);
    return widget;
}

QWidget *articleList(std::vector<ArticleSummary> articles)
{
    auto *panel = new ArticleListPanel;
    auto *model = new ArticleListModel(panel);
    model->reset(std::move(articles), newsroom::ada);
    panel->setModel(model);
    panel->setCurrentArticle({2});
    return sized(panel, 300, 560);
}

QWidget *codebookPanel(bool filled)
{
    auto *panel = new CodebookPanel;
    if (filled) {
        panel->setCodebook(newsroom::codebook());
        panel->showCode(newsroom::security);
    }
    return sized(panel, 300, 900);
}

QWidget *inspector(bool filled, bool own)
{
    auto *panel = new InspectorPanel;
    if (filled)
        panel->setAnnotation(newsroom::stanceAnnotation(), newsroom::codebook(), newsroom::actors(), own ? u"Ada"_s : u"Ben"_s, own);
    return sized(panel, 300, 620);
}

QWidget *articleForm()
{
    auto *form = new VariableForm;
    form->setContentsMargins(12, 12, 12, 12);
    form->setVariables(newsroom::codebook(), newsroom::wholeArticle, {{newsroom::tone, CodeId{62}}, {newsroom::note, u"breakwater"_s}}, newsroom::actors());
    return sized(form, 320, 620);
}

QWidget *history(bool filled)
{
    auto *panel = new HistoryPanel;
    auto *model = new HistoryListModel(panel);
    if (filled) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        model->setCoders(newsroom::coders());
        model->setFetch([=](int, OperationId before) -> std::vector<Operation> {
            if (before)
                return {};
            return {{{5}, {}, now, newsroom::ada, u"Code “a wall of water” as Framing / Security and defense"_s, OperationKind::Undo, {4}, OperationState::Applied, 1},
                    {{4}, {}, now, newsroom::ada, u"Code “a wall of water” as Framing / Security and defense"_s, OperationKind::Do, {}, OperationState::Undone, 1},
                    {{3}, {}, now.addSecs(-900), newsroom::ben, u"Change memo"_s, OperationKind::Do, {}, OperationState::Applied, 1},
                    {{2}, {}, now.addDays(-3), newsroom::ben, u"Delete annotation “the long quiet of the off season”"_s, OperationKind::Do, {}, OperationState::Applied, 1},
                    {{1}, {}, now.addDays(-400), newsroom::ada, u"Import 6 articles from coast.jsonl"_s, OperationKind::Do, {}, OperationState::Applied, 6}};
        });
    }
    panel->setModel(model);
    return sized(panel, 300, 300);
}

QWidget *startPage(bool filled)
{
    auto *page = new StartPage;
    page->setCodebooks(codebooks());
    if (filled)
        page->setRecentProjects({{QDir::homePath() + u"/studies/coast/harbour-2023.galley"_s, QDateTime::currentDateTime(), false},
                                 {QDir::homePath() + u"/a very long folder name that goes on and on/with more below/pilot.galley"_s, QDateTime::currentDateTime().addDays(-30), false},
                                 {u"/media/stick/coding.galley"_s, QDateTime::currentDateTime().addDays(-2), true}});
    return sized(page, 1000, 640);
}

QWidget *messages()
{
    auto *holder = new QWidget;
    auto *rows = new QVBoxLayout(holder);
    rows->setContentsMargins({});
    rows->setSpacing(8);
    const auto bar = [&](const Message &message, bool more) {
        auto *made = new MessageBar(holder);
        made->post(message);
        if (more)
            made->warn(u"Another one."_s);
        rows->addWidget(made);
    };
    bar({Message::Info, u"2 articles were imported."_s, {}, {u"Show"_s}}, false);
    bar({Message::Warning, u"The project lies in a synced folder; only one person can write at a time."_s, u"~/Sync"_s}, true);
    bar({Message::Failure, u"The annotation could not be saved, because the disk is full. Nothing was changed; free some space and code the passage again."_s, u"SQLITE_FULL"_s, {u"Try Again"_s}}, false);
    auto *progress = new ProgressLine(holder);
    progress->begin(u"Importing articles…"_s);
    progress->setProgress(40, 100);
    rows->addWidget(progress);
    auto *find = new FindBar(holder);
    find->open(u"harbour"_s);
    find->setResult(3, 12);
    rows->addWidget(find);
    rows->addStretch();
    return sized(holder, 760, 330);
}

QWidget *chooser(bool filled)
{
    auto *page = new CoderChooser;
    page->setCoders(filled ? newsroom::coders() : std::vector<Coder>(), newsroom::ben, u"cleo"_s);
    page->setCancellable(filled);
    return sized(page, 700, 560);
}

QWidget *markChooser()
{
    auto *popup = new MarkChooser;
    popup->setWindowFlags(Qt::Widget);
    const Codebook codebook = newsroom::codebook();
    const bool dark = isDark(QApplication::palette());
    popup->open({{1, codeColor(codebook, newsroom::security, dark), u"Security and defense"_s, u"Framing · Ada · “a wall of water that nobody in the council”"_s},
                 {2, codeColor(codebook, newsroom::economic, dark), u"Economic"_s, u"Framing · Ben · “a wall of water”"_s},
                 {3, codeColor(codebook, newsroom::against, dark), u"against"_s, u"Stance · Ada · “nobody in the council”"_s}},
                {});
    return popup;
}

QWidget *codePalette()
{
    auto *popup = new CodePalette;
    popup->setWindowFlags(Qt::Widget);
    popup->setCurrentCode(newsroom::economic);
    popup->open(newsroom::codebook(), u"Code “a wall of water that nobody in the council had thought possible” as"_s, {});
    QTest::keyClicks(popup->findChild<QLineEdit *>(), u"ec"_s);
    return popup;
}

QWidget *importReport()
{
    auto *panel = new ImportReportPanel;
    panel->setReport({41, 12, 1, {{u"coast.jsonl:14"_s, u"The same text is already in the project."_s}, {u"notes.txt"_s, u"The file is empty."_s}, {u"archive.csv:220"_s, u"The quote does not match the text at 120–144; nearest match at 118–142."_s}}, false});
    return sized(panel, 460, 300);
}

QWidget *cheatSheet()
{
    auto *sheet = new CheatSheet;
    sheet->setShortcuts({{u"Coding"_s, u"Code the selection"_s, u"Ctrl+K"_s}, {u"Coding"_s, u"Delete annotation"_s, u"Del"_s}, {u"Coding"_s, u"Begin one word earlier"_s, u"Ctrl+Alt+Left"_s},
                         {u"Moving"_s, u"Next annotation"_s, u"Tab, F8"_s}, {u"Moving"_s, u"Next article"_s, u"Alt+Down"_s}, {u"View"_s, u"Zoom in"_s, u"Ctrl++"_s}, {u"Project"_s, u"Undo"_s, u"Ctrl+Z"_s}});
    return sheet;
}

QWidget *help()
{
    static QTemporaryDir folder;
    QFile file(folder.filePath(u"index.md"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write("# Coding an article\n\nSelect a passage, then press the key of a code or click the code.\n\n- Undo takes back the newest action.\n- [More](more.md) about frames.\n\n## Memos\n\nWrite why.\n");
    file.close();
    auto *page = new HelpPage;
    page->showPage(file.fileName());
    return sized(page, 560, 420);
}

QWidget *iconSheet()
{
    auto *sheet = new QWidget;
    auto *grid = new QGridLayout(sheet);
    int place = 0;
    for (const QString &name : iconNames()) {
        auto *picture = new QLabel(sheet);
        picture->setPixmap(icon(name).pixmap(32));
        auto *small = new QLabel(sheet);
        small->setPixmap(icon(name).pixmap(16));
        auto *text = new QLabel(name, sheet);
        text->setFont(QFont(text->font().family(), 7));
        for (QLabel *label : {picture, small})
            label->setAccessibleName(name);
        grid->addWidget(picture, place / 8 * 2, place % 8 * 2);
        grid->addWidget(small, place / 8 * 2, place % 8 * 2 + 1);
        grid->addWidget(text, place / 8 * 2 + 1, place % 8 * 2, 1, 2);
        ++place;
    }
    for (const int side : {16, 32, 64, 128}) {
        auto *app = new QLabel(sheet);
        app->setPixmap(applicationIcon().pixmap(side));
        app->setAccessibleName(u"Galley"_s);
        grid->addWidget(app, place / 8 * 2 + 2, side == 16 ? 0 : side == 32 ? 2 : side == 64 ? 4 : 6, 1, 2);
    }
    return sheet;
}

} // namespace

/// Every panel with and without content, in both themes: named for screen readers, readable, and in the theme's colours.
/// GALLEY_PICTURES=folder keeps the pictures to look at.
class PicturesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPanelIsReadableInBothThemes_data();
    void everyPanelIsReadableInBothThemes();
};

void PicturesTest::everyPanelIsReadableInBothThemes_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<bool>("dark");
    const std::vector<std::pair<const char *, Make>> all = {
        {"articles", [] { return articleList(newsroom::articles()); }},
        {"articles-empty", [] { return articleList({}); }},
        {"codebook", [] { return codebookPanel(true); }},
        {"codebook-empty", [] { return codebookPanel(false); }},
        {"inspector", [] { return inspector(true, true); }},
        {"inspector-others", [] { return inspector(true, false); }},
        {"inspector-empty", [] { return inspector(false, true); }},
        {"articleform", articleForm},
        {"history", [] { return history(true); }},
        {"history-empty", [] { return history(false); }},
        {"start", [] { return startPage(true); }},
        {"start-empty", [] { return startPage(false); }},
        {"messages", messages},
        {"coder", [] { return chooser(true); }},
        {"coder-first", [] { return chooser(false); }},
        {"markchooser", markChooser},
        {"codepalette", codePalette},
        {"importreport", importReport},
        {"newproject", [] { return new NewProjectDialog(codebooks(), QDir::tempPath()); }},
        {"cheatsheet", cheatSheet},
        {"help", help},
        {"icons", iconSheet},
    };
    for (const bool dark : {false, true}) {
        for (const auto &[name, make] : all)
            QTest::newRow(qPrintable(QString::fromLatin1(name) + (dark ? u"-dark"_s : u"-light"_s))) << make << dark;
    }
}

void PicturesTest::everyPanelIsReadableInBothThemes()
{
    QFETCH(Make, make);
    QFETCH(bool, dark);
    applyTheme(dark ? Theme::Dark : Theme::Light);
    const std::unique_ptr<QWidget> panel(make());
    panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
    QCoreApplication::processEvents();
    const QImage picture = panel->grab().toImage();
    if (const QString folder = qEnvironmentVariable("GALLEY_PICTURES"); !folder.isEmpty())
        picture.save(QDir(folder).filePath(QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));

    VERIFY_EVERY_WIDGET_HAS_A_NAME(*panel);
    QCOMPARE(picture.pixelColor(1, picture.height() - 2).lightness() < 128, dark);
    for (const QLabel *label : panel->findChildren<QLabel *>()) {
        const QPalette colors = label->palette();
        if (!label->text().isEmpty() && label->isVisible() && label->isEnabled())
            QVERIFY2(contrast(colors.color(QPalette::WindowText), colors.color(QPalette::Window)) >= 4.5, qPrintable(label->text()));
    }
}

GALLEY_WINDOW_TEST(PicturesTest)
#include "tst_pictures.moc"
