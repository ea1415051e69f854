// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <panels/articlepanel.h>
#include <panels/variableform.h>

#include <testing.h>

#include <QApplication>
#include <QSignalSpy>
#include <QToolButton>

#include <memory>

using namespace galley;
using namespace Qt::StringLiterals;

class ArticlePanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theArticlesVariablesAreSentWithTheirLayer();
    void withoutAnArticleNothingCanBeRecorded();

private:
    std::unique_ptr<ArticlePanel> m_panel;
};

void ArticlePanelTest::init()
{
    m_panel = std::make_unique<ArticlePanel>();
    m_panel->resize(300, 700);
    m_panel->setCodebook(newsroom::codebook(), newsroom::actors());
    m_panel->setArticleOpen(true);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void ArticlePanelTest::theArticlesVariablesAreSentWithTheirLayer()
{
    QSignalSpy changed(m_panel.get(), &ArticlePanel::valuesChanged);
    m_panel->setValues({{newsroom::wholeArticle, {{newsroom::tone, CodeId{62}}}}});
    QCOMPARE(changed.size(), 0);
    for (QToolButton *button : m_panel->findChild<VariableForm *>()->findChildren<QToolButton *>()) {
        if (button->text() == u"in passing"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).value<LayerId>(), newsroom::wholeArticle);
    const auto values = changed.first().at(1).value<std::vector<VariableValue>>();
    QVERIFY((values == std::vector<VariableValue>{{newsroom::relevance, CodeId{41}}, {newsroom::tone, CodeId{62}}}));
}

void ArticlePanelTest::withoutAnArticleNothingCanBeRecorded()
{
    m_panel->setArticleOpen(false);
    for (QToolButton *button : m_panel->findChild<VariableForm *>()->findChildren<QToolButton *>())
        QVERIFY(!button->isEnabled());
}

GALLEY_WINDOW_TEST(ArticlePanelTest)
#include "tst_articlepanel.moc"
