// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdforder.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <ranges>
#include <utility>

namespace galley {

namespace {

constexpr size_t mostPieces = 1500; // beyond, no two pieces are compared
constexpr double shortestPiece = 8;      // characters of a piece in a column, on average

struct Piece
{
    PdfLine line;
    size_t number = 0; ///< in the order in which they came
};

using Pieces = std::vector<Piece>;

bool shareRow(const QRectF &one, const QRectF &other)
{
    const double overlap = std::min(one.bottom(), other.bottom()) - std::max(one.top(), other.top());
    return overlap > 0.5 * std::min(one.height(), other.height());
}

/// Rows from top to bottom, each from left to right.
std::vector<Pieces> rowsOf(Pieces pieces)
{
    std::ranges::sort(pieces, {}, [](const Piece &piece) { return piece.line.box.center().y(); });
    std::vector<Pieces> rows;
    for (Piece &piece : pieces) {
        if (rows.empty() || !shareRow(rows.back().front().line.box, piece.line.box))
            rows.emplace_back();
        rows.back().push_back(std::move(piece));
    }
    for (Pieces &row : rows)
        std::ranges::sort(row, {}, [](const Piece &piece) { return piece.line.box.left(); });
    return rows;
}

double averageLength(const Pieces &pieces)
{
    double characters = 0;
    for (const Piece &piece : pieces)
        characters += double(piece.line.text.size());
    return pieces.empty() ? 0 : characters / double(pieces.size());
}

/// Where most rows have a gap in common, if it may part columns.
std::optional<double> gutterOf(const std::vector<Pieces> &rows)
{
    std::vector<std::pair<double, double>> gaps;
    for (const Pieces &row : rows) {
        for (size_t at = 1; at < row.size(); ++at) {
            const QRectF &left = row[at - 1].line.box, &right = row[at].line.box;
            if (right.left() - left.right() > 0.8 * std::min(left.height(), right.height()))
                gaps.emplace_back(left.right(), right.left());
        }
    }
    std::optional<double> best;
    qsizetype most = std::numeric_limits<qsizetype>::min();
    for (const auto &[from, to] : gaps) {
        const double middle = (from + to) / 2;
        const auto support
            = std::ranges::count_if(gaps, [&](const auto &gap) { return gap.first < middle && gap.second > middle; });
        qsizetype crossing = 0;
        for (const Piece &piece : rows | std::views::join)
            crossing += piece.line.box.left() < middle && piece.line.box.right() > middle;
        // Two rows may have a gap in the same place by chance, in a page of many others.
        if (support >= (crossing > support ? 3 : 2) && support * 2 - crossing > most) {
            most = support * 2 - crossing;
            best = middle;
        }
    }
    return best;
}

class ReadingOrder
{
public:
    void add(const Pieces &pieces, int depth);
    std::vector<PdfLine> lines;

private:
    void addBand(const Pieces &left, const Pieces &right, int depth);
    void addRows(const std::vector<Pieces> &rows);
};

void ReadingOrder::add(const Pieces &pieces, int depth)
{
    const auto rows = rowsOf(pieces);
    const auto gutter = depth < 8 ? gutterOf(rows) : std::nullopt;
    if (!gutter)
        return addRows(rows);
    Pieces left, right;
    for (const Piece &piece : rows | std::views::join) {
        if (piece.line.box.right() <= *gutter) {
            left.push_back(piece);
        } else if (piece.line.box.left() >= *gutter) {
            right.push_back(piece);
        } else {
            addBand(std::exchange(left, {}), std::exchange(right, {}), depth);
            addRows({{piece}});
        }
    }
    addBand(left, right, depth);
}

/// What is between two lines that reach over all columns.
void ReadingOrder::addBand(const Pieces &left, const Pieces &right, int depth)
{
    const bool columns = rowsOf(left).size() >= 2 && rowsOf(right).size() >= 2 && averageLength(left) >= shortestPiece
        && averageLength(right) >= shortestPiece;
    if (columns) {
        add(left, depth + 1);
        add(right, depth + 1);
        return;
    }
    Pieces both = left;
    std::ranges::copy(right, std::back_inserter(both));
    addRows(rowsOf(std::move(both)));
}

/// Pieces that came after each other, or are as short as cells, make a line.
void ReadingOrder::addRows(const std::vector<Pieces> &rows)
{
    for (const Pieces &row : rows) {
        const auto isShort = [](const Piece &piece) { return piece.line.text.size() < qsizetype(shortestPiece); };
        for (size_t at = 0; at < row.size(); ++at) {
            const bool goesOn = at > 0 && (row[at].number == row[at - 1].number + 1 || isShort(row[at]) || isShort(row[at - 1]));
            if (!goesOn) {
                lines.push_back(row[at].line);
                continue;
            }
            const double gap = row[at].line.box.left() - lines.back().box.right();
            lines.back().row = lines.back().row || gap > 1.8 * row[at].line.height;
            lines.back().text += u' ' + row[at].line.text;
            lines.back().box |= row[at].line.box;
            lines.back().height = std::max(lines.back().height, row[at].line.height);
        }
    }
}

} // namespace

std::vector<PdfLine> inReadingOrder(std::vector<PdfLine> pieces)
{
    if (pieces.size() > mostPieces)
        return pieces;
    Pieces numbered;
    for (PdfLine &piece : pieces)
        numbered.push_back({std::move(piece), numbered.size()});
    ReadingOrder order;
    order.add(numbered, 0);
    return std::move(order.lines);
}

} // namespace galley
