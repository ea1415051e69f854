// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One code merged into another: whatever had it has the other, in one step that is taken back whole.
#include "sampleproject.h"

#include <project/codemerging.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

namespace {

constexpr CodeId security{1}, defence{2}, economic{3}, bad{7};

} // namespace

class CodeMergingTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>(folderPattern());
        m_store = project(m_folder->filePath(u"p.galley"_s));
        for (const auto &[coder, code] : {std::pair(1, security), {1, defence}, {2, security}, {2, economic}}) {
            Annotation row = annotation(m_store->allot<AnnotationTag>(), {1}, taken(m_store->text({1})), {{0, 9}}, code);
            row.coder = {coder};
            taken(m_store->apply({u"Code"_s, {added(row)}}, stamp()));
        }
    }
    void itIsToldBefore()
    {
        const TouchedByMerge touched = taken(touchedByMerge(*m_store, security, economic));
        QCOMPARE(touched.annotations, 2);
        QVERIFY((touched.byCoder == std::map<CoderId, qint64>{{{1}, 1}, {{2}, 1}}));
        QCOMPARE(touched.some.size(), size_t(2));
    }
    void allOfItFollowsAndComesBack()
    {
        const auto before = taken(m_store->annotations({1}));
        const Codebook codebookBefore = taken(m_store->codebook());
        const Change change = taken(mergeCodes(*m_store, security, economic, time(1)));
        QCOMPARE(change.text, u"Merge code “Security” into “Economic”"_s);
        taken(m_store->apply(change, stamp(1)));
        const Codebook codebook = taken(m_store->codebook());
        QVERIFY(!codebook.code(security));
        QCOMPARE(codebook.path(defence), u"Economic/Defence"_s);
        std::map<CodeId, int> counts;
        for (const Annotation &annotation : taken(m_store->annotations({1}))) {
            ++counts[annotation.code];
            QCOMPARE(annotation.modified, annotation.code == economic && annotation.coder == CoderId{1} ? time(1) : annotation.modified);
        }
        QVERIFY((counts == std::map<CodeId, int>{{defence, 1}, {economic, 3}}));
        QVERIFY(taken(m_store->check()).empty());
        taken(m_store->undo(stamp(2)));
        QVERIFY(taken(m_store->annotations({1})) == before);
        QVERIFY(taken(m_store->codebook()).codes() == codebookBefore.codes());
    }
    void whatCannotBeMergedIsSaid()
    {
        QVERIFY(touchedByMerge(*m_store, security, bad).error().message.contains(u"different variables"_s));
        QVERIFY(touchedByMerge(*m_store, security, defence).error().message.contains(u"stands below"_s));
        QVERIFY(!mergeCodes(*m_store, security, security, time()));
        QVERIFY(!mergeCodes(*m_store, security, {99}, time()));
        QVERIFY(mergeCodes(*m_store, defence, security, time())); // into the one above
    }
    void valuesFollowToo()
    {
        Annotation row = annotation(m_store->allot<AnnotationTag>(), {1}, taken(m_store->text({1})), {}, {});
        row.layer = {3};
        row.values = {{{8}, bad}};
        taken(m_store->apply({u"Code"_s, {added(row)}}, stamp()));
        taken(m_store->apply(taken(mergeCodes(*m_store, bad, {8}, time(1))), stamp(1)));
        QVERIFY((taken(m_store->annotation(row.id))->values == std::vector<VariableValue>{{{8}, CodeId{8}}}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<ProjectStore> m_store;
};

GALLEY_TEST(CodeMergingTest)
#include "tst_codemerging.moc"
