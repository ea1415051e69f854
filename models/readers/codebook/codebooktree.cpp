// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebooktree.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>
#include <readers/text/plaintext.h>

#include <QJsonArray>
#include <QJsonObject>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostNodes = 200'000;
constexpr size_t deepestCodebook = 64;

/// Builds the tree from the parser's events. Its own problems leave the parser as this exception, which ends here.
struct Refused
{
    TreeProblem problem;
};

class TreeBuilder : public YAML::EventHandler
{
public:
    CodebookNode root;

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { put(mark, {}); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        refuse(mark, Readers::tr("References (*name) are not read in a codebook."));
    }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t, const std::string &value) override
    {
        CodebookNode node;
        node.kind = CodebookNode::Kind::Scalar;
        node.text = fromValidUtf8(value);
        put(mark, std::move(node));
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        open(mark, CodebookNode::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        open(mark, CodebookNode::Kind::Map);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open
    {
        CodebookNode node;
        QString key;
        int keyLine = 0;
        bool keyed = false;
    };

    [[noreturn]] static void refuse(const YAML::Mark &mark, const QString &reason) { throw Refused{{mark.line + 1, reason}}; }

    void open(const YAML::Mark &mark, CodebookNode::Kind kind)
    {
        if (m_open.size() >= deepestCodebook)
            refuse(mark, Readers::tr("The nesting is deeper than any codebook's."));
        if (!m_open.empty() && m_open.back().node.kind == CodebookNode::Kind::Map && !m_open.back().keyed)
            refuse(mark, Readers::tr("A key has to be a word."));
        m_open.emplace_back();
        m_open.back().node.kind = kind;
        m_open.back().node.line = mark.line + 1;
    }

    void close()
    {
        CodebookNode node = std::move(m_open.back().node);
        m_open.pop_back();
        attach(std::move(node));
    }

    void put(const YAML::Mark &mark, CodebookNode node)
    {
        node.line = mark.line + 1;
        if (++m_count > mostNodes)
            refuse(mark, Readers::tr("The file holds more than any codebook does."));
        if (!m_open.empty() && m_open.back().node.kind == CodebookNode::Kind::Map && !m_open.back().keyed) {
            Open &map = m_open.back();
            if (const auto *twin = map.node.entry(node.text))
                refuse(mark, Readers::tr("The key “%1” stands twice, first in line %2.").arg(node.text).arg(twin->line));
            map.key = std::move(node.text);
            map.keyLine = node.line;
            map.keyed = true;
            return;
        }
        attach(std::move(node));
    }

    void attach(CodebookNode node)
    {
        if (m_open.empty()) {
            root = std::move(node);
            return;
        }
        Open &parent = m_open.back();
        const int line = parent.keyed ? parent.keyLine : node.line;
        parent.node.entries.push_back({std::exchange(parent.key, {}), line, std::move(node)});
        parent.keyed = false;
    }

    std::vector<Open> m_open;
    int m_count = 0;
};

} // namespace

const CodebookNode::Entry *CodebookNode::entry(QStringView key) const
{
    const auto found = std::ranges::find(entries, key, &Entry::key);
    return found == entries.end() ? nullptr : &*found;
}

std::expected<CodebookNode, TreeProblem> codebookTreeFromYaml(const QByteArray &utf8)
{
    TreeBuilder builder;
    try {
        std::istringstream stream(utf8.toStdString());
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder))
            return std::unexpected(TreeProblem{1, Readers::tr("The file is empty.")});
        TreeBuilder another;
        if (parser && parser.HandleNextDocument(another))
            return std::unexpected(TreeProblem{1, Readers::tr("The file holds several YAML documents; a codebook is one.")});
    } catch (const Refused &refused) {
        return std::unexpected(refused.problem);
    } catch (const YAML::Exception &error) {
        return std::unexpected(TreeProblem{
            std::max(error.mark.line, 0) + 1, Readers::tr("It is not valid YAML: %1").arg(QString::fromStdString(error.msg))});
    }
    return std::move(builder.root);
}

CodebookNode codebookTreeFromJson(const QJsonValue &value)
{
    CodebookNode node;
    if (value.isArray()) {
        node.kind = CodebookNode::Kind::List;
        for (const QJsonValue &one : value.toArray())
            node.entries.push_back({{}, 0, codebookTreeFromJson(one)});
    } else if (value.isObject()) {
        node.kind = CodebookNode::Kind::Map;
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            node.entries.push_back({entry.key(), 0, codebookTreeFromJson(entry.value())});
    } else if (!value.isNull() && !value.isUndefined()) {
        node.kind = CodebookNode::Kind::Scalar;
        node.text = plainText(value);
    }
    return node;
}

} // namespace galley
