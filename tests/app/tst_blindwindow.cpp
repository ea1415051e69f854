// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <alltexts.h>
#include <studio.h>

#include <app/presentation.h>
#include <panels/articlelistpanel.h>
#include <panels/inspectorpanel.h>
#include <project/annotationedits.h>
#include <project/codingsets.h>
#include <widgets/messagebar.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>

using namespace galley;
using namespace Qt::StringLiterals;

/// In one project file that several people code in: while a set is blind, nothing of the others' work can be read in the window.
class BlindWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void noWayShowsTheOthersWork();
    void theLeadSeesAllAndOpensItForEverybody();
    void nothingOfTheFormerCoderStays();
    void whatOneSaysOneselfIsThere();

private:
    void code(const QString &quote, const QString &word);
    void become(const QString &name);
    QString exported(const char *action, const QString &suffix);
    bool canRead(const QString &word);

    std::unique_ptr<Studio> m_studio;
    AnnotationId m_bens;
    int m_exports = 0;
    QByteArray m_found; ///< by canRead()
};

void BlindWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->settings().set(Setting::ShowOthers, true); // somebody before left it so
    m_studio->showWindow();
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour vote\n\nThe council warned of a threat to the strait. Nobody spoke for the ferries.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    const CoderId lea = m_studio->workspace().addCoder(u"Lea"_s, CoderRole::Lead);
    m_studio->workspace().setCoder(lea);
    QVERIFY(m_studio->workspace().commit(makeSet({}, u"Pilot"_s, SetKind::Reliability, true, {m_studio->workspace().article()->article.uuid}, u"named"_s, 1)));
    become(u"Ben"_s);
    code(u"The council warned"_s, u"Bensword"_s);
    m_bens = m_studio->annotations().front().id;
    QVERIFY(canRead(u"Bensword"_s)); // so that what is not found below could be found
}

bool BlindWindowTest::canRead(const QString &word)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // what is gone is gone with the next event
    const QStringList found = allTexts(m_studio->window()).split(u'\n').filter(word, Qt::CaseInsensitive);
    m_found = found.join(u" | "_s).toUtf8();
    return !found.isEmpty();
}

void BlindWindowTest::become(const QString &name)
{
    m_studio->becomeCoder(name);
    QCOMPARE(m_studio->workspace().coder()->name, name);
}

/// A stance with a memo, whose holder is somebody nobody else names; then it is chosen.
void BlindWindowTest::code(const QString &quote, const QString &word)
{
    Workspace &workspace = m_studio->workspace();
    const OpenArticle *open = workspace.article();
    const Codebook &codebook = workspace.codebook();
    const Layer *stance = codebook.layer(u"Stance");
    Change actor;
    const ActorId holder = workspace.actorNamed(u"Society of "_s + word, actor);
    const qsizetype at = open->text.indexOf(quote);
    const NewAnnotation what{workspace.allot<AnnotationTag>(), open->article.id, stance->id, workspace.coder()->id,
                             codebook.code(codebook.principalVariable(stance->id)->id, u"against")->id, {{at, at + quote.size()}},
                             {{codebook.variable(stance->id, u"holder")->id, holder}}, u"Memo of "_s + word};
    auto change = annotate(codebook, {open->text, open->positions}, what, workspace.stamp().at);
    QVERIFY(change);
    change->edits.insert(change->edits.begin(), actor.edits.begin(), actor.edits.end());
    change->text += u' ' + word;
    QVERIFY(workspace.commit(change));
    workspace.setCurrent(what.id);
}

QString BlindWindowTest::exported(const char *action, const QString &suffix)
{
    const QString path = m_studio->path(u"out%1.%2"_s.arg(++m_exports).arg(suffix));
    m_studio->window().findChild<QAction *>(QLatin1StringView(action))->trigger();
    const auto dialog = [this]() -> QFileDialog * {
        for (QFileDialog *found : m_studio->window().findChildren<QFileDialog *>()) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    };
    if (!QTest::qWaitFor([&] { return dialog() != nullptr; }, 20000))
        return u"nothing was exported: no dialog"_s;
    dialog()->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
    QTest::mouseClick(dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    const auto told = [&] {
        const auto &messages = m_studio->window().findChild<MessageBar *>()->messages();
        return std::ranges::any_of(messages, [&](const Message &message) { return message.text.contains(path); });
    };
    QFile file(path);
    if (!QTest::qWaitFor(told, 20000) || !file.open(QIODevice::ReadOnly))
        return u"nothing was exported"_s;
    return QString::fromUtf8(file.readAll());
}

void BlindWindowTest::noWayShowsTheOthersWork()
{
    become(u"Ada"_s);
    ArticleView &view = m_studio->view();
    auto *others = m_studio->window().findChild<QAction *>(u"showOthers"_s);
    m_studio->waitUntilActive();
    for (int times = 0; times < 2; ++times) { // shown, hidden, shown
        QVERIFY(view.marks(m_bens.value).empty());
        QVERIFY2(!canRead(u"Bensword"_s), m_found.constData());
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_F9);
    }
    QVERIFY(others->isChecked());
    for (const Qt::Key key : {Qt::Key_F4, Qt::Key_F5}) {
        view.setSelection({20, 20});
        QTest::keyClick(&view, key);
        QVERIFY(!m_studio->workspace().current());
    }
    m_studio->workspace().setCurrent(m_bens); // whoever knew its number
    QVERIFY(!m_studio->workspace().current());
    m_studio->window().findChild<QAction *>(u"copyQuote"_s)->trigger();
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"council"_s));
    QVERIFY(marksOf(m_studio->workspace(), true, false).empty()); // what is printed
    const auto *articles = m_studio->window().findChild<ArticleListPanel *>();
    QCOMPARE(const_cast<ArticleListPanel *>(articles)->filter().index(0, 0).data(ArticleListModel::AnnotationCountRole).toInt(), 0);
    for (const auto &[action, suffix] : {std::pair("exportJsonl", u"jsonl"_s), std::pair("exportCsv", u"csv"_s)}) {
        const QString file = exported(action, suffix);
        QVERIFY2(!file.contains(u"Bensword"_s), qPrintable(file));
        QVERIFY2(!file.contains(u"nothing was exported"_s), action);
    }
    code(u"Nobody spoke"_s, u"Adasword"_s); // with its fields, and what they complete
    QVERIFY(canRead(u"Adasword"_s));
    QVERIFY2(!canRead(u"Bensword"_s), m_found.constData());
    QVERIFY(exported("exportCsv", u"csv"_s).contains(u"Adasword"_s));
    m_studio->workspace().setCoder({}); // nobody codes: nobody is a lead
    QVERIFY2(!canRead(u"Bensword"_s), m_found.constData());
    QVERIFY2(!canRead(u"Adasword"_s), m_found.constData());
}

void BlindWindowTest::theLeadSeesAllAndOpensItForEverybody()
{
    become(u"Lea"_s);
    QVERIFY(!m_studio->view().marks(m_bens.value).empty());
    QVERIFY(canRead(u"Bensword"_s));
    QVERIFY(exported("exportCsv", u"csv"_s).contains(u"Bensword"_s));
    const CodingSet set = m_studio->workspace().project()->store().codingSets()->front();
    QVERIFY(m_studio->workspace().commit(setBlind(set, false)));
    become(u"Ada"_s);
    QVERIFY(!m_studio->view().marks(m_bens.value).empty());
    QVERIFY(canRead(u"Bensword"_s));
    become(u"Lea"_s);
    m_studio->workspace().undo(); // blind again, at once
    become(u"Ada"_s);
    QVERIFY2(!canRead(u"Bensword"_s), m_found.constData());
}

void BlindWindowTest::nothingOfTheFormerCoderStays()
{
    QVERIFY(m_studio->workspace().current()); // Ben's, in the inspector
    m_studio->window().findChild<MessageBar *>()->info(u"Taken back: what Bensword wrote"_s);
    QVERIFY(m_studio->window().findChild<InspectorPanel *>()->isVisible());
    become(u"Ada"_s);
    QVERIFY2(!canRead(u"Bensword"_s), m_found.constData());
    become(u"Lea"_s);
    m_studio->workspace().setCurrent(m_bens);
    QVERIFY(canRead(u"Memo of Bensword"_s));
    become(u"Ada"_s);
    QVERIFY2(!canRead(u"Bensword"_s), m_found.constData());
    become(u"Ben"_s);
    QVERIFY(canRead(u"Bensword"_s));
}

/// Who comes upon the same name by themselves has it, and it is one actor.
void BlindWindowTest::whatOneSaysOneselfIsThere()
{
    become(u"Ada"_s);
    const size_t actors = m_studio->workspace().project()->store().actors()->size();
    code(u"Nobody spoke"_s, u"Bensword"_s);
    QCOMPARE(m_studio->workspace().project()->store().actors()->size(), actors);
    QVERIFY(canRead(u"Society of Bensword"_s));
}

GALLEY_WINDOW_TEST(BlindWindowTest)
#include "tst_blindwindow.moc"
