// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchtokens.h"

#include "failure.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace galley {

namespace {

struct Block
{
    char32_t first, last;
};
/// Scripts that put no space between words.
constexpr Block spaceless[]{{0x0E00, 0x0EFF}, {0x0F00, 0x0FFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0x3005, 0x3007}, {0x3040, 0x30FF}, {0x31F0, 0x31FF}, {0x3400, 0x4DBF},
                            {0x4E00, 0x9FFF}, {0xA9E0, 0xA9FF}, {0xAA60, 0xAA7F}, {0xF900, 0xFAFF}, {0xFF66, 0xFF9F}, {0x20000, 0x3FFFF}};

bool isSpaceless(char32_t sign)
{
    return sign >= spaceless[0].first && std::ranges::any_of(spaceless, [=](const Block &block) { return block.first <= sign && sign <= block.last; });
}

struct Sign
{
    char32_t value;
    int bytes;
};

Sign signAt(const char *text, int rest)
{
    const auto first = static_cast<unsigned char>(*text);
    const int bytes = std::min(rest, first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4);
    char32_t value = bytes == 1 ? first : first & (0x7Fu >> bytes);
    for (int at = 1; at < bytes; ++at)
        value = (value << 6) | (static_cast<unsigned char>(text[at]) & 0x3Fu);
    return {value, bytes};
}

using TakeToken = int (*)(void *, int, const char *, int, int, int);

/// FTS5's own tokenizer for scripts that have spaces.
class Unicode61
{
public:
    explicit Unicode61(fts5_api *api)
    {
        void *context = nullptr;
        if (api->xFindTokenizer(api, "unicode61", &context, &m_functions) != SQLITE_OK)
            return;
        std::array<const char *, 4> arguments{"remove_diacritics", "2", "categories", "L* N* Co Mn Mc"};
        if (m_functions.xCreate(context, arguments.data(), int(arguments.size()), &m_tokenizer) != SQLITE_OK)
            m_tokenizer = nullptr;
    }
    ~Unicode61()
    {
        if (m_tokenizer)
            m_functions.xDelete(m_tokenizer);
    }
    Unicode61(const Unicode61 &) = delete;
    Unicode61 &operator=(const Unicode61 &) = delete;

    bool isThere() const { return m_tokenizer; }
    int tokenize(void *context, int flags, const char *text, int size, TakeToken take) { return m_functions.xTokenize(m_tokenizer, context, flags, text, size, take); }

private:
    fts5_tokenizer m_functions = {};
    Fts5Tokenizer *m_tokenizer = nullptr;
};

struct Tokenizer
{
    explicit Tokenizer(fts5_api *api)
        : words(api)
        , pieces(api)
    {
    }

    Unicode61 words;
    Unicode61 pieces; ///< of a word: the other one is at work then, and keeps what it works in
};

/// A text on its way through a Tokenizer.
struct Passing
{
    Tokenizer &tokenizer;
    void *context;
    int flags;
    const char *text;
    TakeToken take;
    int base = 0; ///< where the piece at hand begins
};

int takePiece(void *passing, int kind, const char *token, int size, int begin, int end)
{
    const auto &through = *static_cast<Passing *>(passing);
    return through.take(through.context, kind, token, size, through.base + begin, through.base + end);
}

int takePieces(Passing &through, int begin, int end)
{
    through.base = begin;
    return begin == end ? SQLITE_OK : through.tokenizer.pieces.tokenize(&through, through.flags, through.text + begin, end - begin, takePiece);
}

int takeWord(void *passing, int kind, const char *token, int size, int begin, int end)
{
    auto &through = *static_cast<Passing *>(passing);
    bool divides = false;
    for (int at = begin; at < end && !divides;) {
        const Sign sign = signAt(through.text + at, end - at);
        divides = isSpaceless(sign.value);
        at += sign.bytes;
    }
    if (!divides)
        return through.take(through.context, kind, token, size, begin, end);
    int from = begin, status = SQLITE_OK;
    for (int at = begin; at < end && status == SQLITE_OK;) {
        const Sign sign = signAt(through.text + at, end - at);
        if (isSpaceless(sign.value)) {
            status = takePieces(through, from, at);
            if (status == SQLITE_OK)
                status = through.take(through.context, 0, through.text + at, sign.bytes, at, at + sign.bytes);
            from = at + sign.bytes;
        }
        at += sign.bytes;
    }
    return status == SQLITE_OK ? takePieces(through, from, end) : status;
}

int createTokenizer(void *api, const char **, int, Fts5Tokenizer **made)
{
    auto tokenizer = std::make_unique<Tokenizer>(static_cast<fts5_api *>(api));
    if (!tokenizer->words.isThere() || !tokenizer->pieces.isThere())
        return SQLITE_ERROR;
    *made = reinterpret_cast<Fts5Tokenizer *>(tokenizer.release());
    return SQLITE_OK;
}

void deleteTokenizer(Fts5Tokenizer *made)
{
    delete reinterpret_cast<Tokenizer *>(made);
}

int tokenize(Fts5Tokenizer *made, void *context, int flags, const char *text, int size, TakeToken take)
{
    auto &tokenizer = *reinterpret_cast<Tokenizer *>(made);
    Passing passing{tokenizer, context, flags, text, take};
    return tokenizer.words.tokenize(&passing, flags, text, size, takeWord);
}

} // namespace

/// Where SQLite keeps what FTS5 offers to who extends it; throws Failure where it was built without.
fts5_api *fts5Of(sqlite3 *handle)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    if (!api)
        throw Failure(Store::tr("Nothing can be searched for: this SQLite was built without FTS5."));
    return api;
}

struct SearchTokens::Private
{
    explicit Private(fts5_api *api)
        : tokenizer(api)
    {
    }

    Tokenizer tokenizer;
};

SearchTokens::SearchTokens(sql::Connection &connection)
{
    fts5_api *api = fts5Of(connection.handle());
    fts5_tokenizer functions{createTokenizer, deleteTokenizer, tokenize};
    api->xCreateTokenizer(api, name, api, &functions, nullptr);
    d = std::make_unique<Private>(api);
}

SearchTokens::~SearchTokens() = default;

void SearchTokens::forEach(std::string_view text, const std::function<void(Utf8Range)> &take) const
{
    const auto token = [](void *taking, int kind, const char *, int, int begin, int end) -> int {
        if (!(kind & FTS5_TOKEN_COLOCATED))
            (*static_cast<const std::function<void(Utf8Range)> *>(taking))({begin, end});
        return SQLITE_OK;
    };
    Passing passing{d->tokenizer, const_cast<std::function<void(Utf8Range)> *>(&take), FTS5_TOKENIZE_DOCUMENT, text.data(), token};
    d->tokenizer.words.tokenize(&passing, FTS5_TOKENIZE_DOCUMENT, text.data(), int(text.size()), takeWord);
}

} // namespace galley
