// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlighting.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <utility>

using namespace galley;
namespace syntax = KSyntaxHighlighting;

namespace {

/// Collects what a definition recognises; knows no widget and no document.
class Collector : public syntax::AbstractHighlighter
{
public:
    Collector(const syntax::Definition &definition, const syntax::Theme &theme)
    {
        setDefinition(definition);
        setTheme(theme);
    }

    std::vector<HighlightedStretch> run(const std::vector<QString> &lines)
    {
        syntax::State state;
        for (m_line = 0; m_line < lines.size(); ++m_line)
            state = highlightLine(lines[m_line], state);
        return std::move(m_stretches);
    }

protected:
    void applyFormat(int offset, int length, const syntax::Format &format) override
    {
        const syntax::Theme page = theme();
        if (length > 0 && format.isValid() && !format.isDefaultTextStyle(page))
            m_stretches.push_back({m_line, offset, length, format.name(), format.textColor(page), format.isBold(page), format.isItalic(page)});
    }

private:
    size_t m_line = 0;
    std::vector<HighlightedStretch> m_stretches;
};

class LibraryHighlighting : public Highlighting
{
public:
    void addFolder(const QString &path) override { m_repository.addCustomSearchPath(path); }
    QString fileOf(const QString &definition) const override { return m_repository.definitionForName(definition).filePath(); }
    std::vector<HighlightedStretch> stretches(const std::vector<QString> &lines, const QString &definition, const QString &theme) const override
    {
        return Collector(m_repository.definitionForName(definition), m_repository.theme(theme)).run(lines);
    }

private:
    syntax::Repository m_repository;
};

} // namespace

Highlighting *galleyMakeHighlighting()
{
    return new LibraryHighlighting;
}
