// Opaque face of libicu's word break iteration. No ICU header is included here: together with Foundation's
// own ICU module that would not compile.
#pragma once
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// An open word break iterator (ICU root locale). One per worker; not thread-safe.
typedef struct cicu_words cicu_words;

/// Opens an iterator; NULL when ICU has no break data.
cicu_words *cicu_words_open(void);
void cicu_words_close(cicu_words *words);

/// Writes the end offsets (UTF-8 bytes) of all word-break segments of `text` and their rule status tags.
/// Returns the number of segments, which may exceed `capacity` (then only the first `capacity` are written),
/// or a negative ICU error. `text` must be valid UTF-8.
int64_t cicu_words_segment(cicu_words *words, const char *text, int64_t length, int32_t *ends, uint8_t *status, int64_t capacity);

/// The Word_Break property of a scalar, as ICU numbers its values (UWordBreakValues).
int32_t cicu_word_break_class(int32_t scalar);

/// ICU's version, as "72.1".
const char *cicu_version(void);

/// Asks the processor to fetch the cache line at `address`, which is going to be read soon; harmless for any address.
static inline void cicu_prefetch(const void *address) { __builtin_prefetch(address); }

/// Sixty-four bytes of text as the word break rules see them: one bit a byte, the first byte lowest.
typedef struct {
  uint64_t letters;
  uint64_t digits;
  uint64_t spaces;
  /// . and ': between two letters or two digits they join.
  uint64_t joins_both;
  /// , and ;: they join digits.
  uint64_t joins_digits;
  /// . - & : / and +: the tokenizer may merge what stands before them with what follows.
  uint64_t merges;
  /// Bytes beyond ASCII, @ and _, whose rules are not about single bytes; carriage returns, which are rare and may go with what follows.
  uint64_t hard;
} cicu_masks;

/// Classifies the sixty-four bytes at `text`.
static inline cicu_masks cicu_classify(const uint8_t *text) {
  cicu_masks masks = {0};
#if defined(__SSE2__)
#define CICU_IS(byte) ((uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte))))
  for (int part = 0; part < 64; part += 16) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + part));
    const __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    // Unsigned comparisons by way of the signed ones that SSE2 has.
    const __m128i letter = _mm_cmplt_epi8(_mm_add_epi8(small, _mm_set1_epi8((char)(0x80 - 'a'))), _mm_set1_epi8((char)(0x80 + 26)));
    const __m128i digit = _mm_cmplt_epi8(_mm_add_epi8(bytes, _mm_set1_epi8((char)(0x80 - '0'))), _mm_set1_epi8((char)(0x80 + 10)));
    masks.letters |= (uint64_t)(uint16_t)_mm_movemask_epi8(letter) << part;
    masks.digits |= (uint64_t)(uint16_t)_mm_movemask_epi8(digit) << part;
    masks.spaces |= CICU_IS(' ') << part;
    masks.joins_both |= (CICU_IS('.') | CICU_IS('\'')) << part;
    masks.joins_digits |= (CICU_IS(',') | CICU_IS(';')) << part;
    masks.merges |= (CICU_IS('.') | CICU_IS('-') | CICU_IS('&') | CICU_IS(':') | CICU_IS('/') | CICU_IS('+')) << part;
    masks.hard |= ((uint64_t)(uint16_t)_mm_movemask_epi8(bytes) | CICU_IS('@') | CICU_IS('_') | CICU_IS('\r')) << part;
  }
#undef CICU_IS
#else
  for (int at = 0; at < 64; at++) {
    const uint8_t byte = text[at];
    const uint64_t bit = (uint64_t)1 << at;
    if ((uint8_t)((byte | 0x20) - 'a') < 26) masks.letters |= bit;
    if ((uint8_t)(byte - '0') < 10) masks.digits |= bit;
    if (byte == ' ') masks.spaces |= bit;
    if (byte == '.' || byte == '\'') masks.joins_both |= bit;
    if (byte == ',' || byte == ';') masks.joins_digits |= bit;
    if (byte == '.' || byte == '-' || byte == '&' || byte == ':' || byte == '/' || byte == '+') masks.merges |= bit;
    if (byte >= 0x80 || byte == '@' || byte == '_' || byte == '\r') masks.hard |= bit;
  }
#endif
  return masks;
}

/// Which of up to sixty-four words have any bit of `mask`: one bit each, the first word's lowest.
static inline uint64_t cicu_any(const uint32_t *words, int64_t count, uint32_t mask) {
  uint64_t found = 0;
  int64_t at = 0;
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi32((int32_t)mask);
  const __m128i zero = _mm_setzero_si128();
#define CICU_NONE(place) _mm_cmpeq_epi32(_mm_and_si128(_mm_loadu_si128((const __m128i *)(words + (place))), wanted), zero)
  for (; at + 16 <= count; at += 16) {
    const __m128i low = _mm_packs_epi32(CICU_NONE(at), CICU_NONE(at + 4));
    const __m128i high = _mm_packs_epi32(CICU_NONE(at + 8), CICU_NONE(at + 12));
    found |= (uint64_t)(uint16_t)~_mm_movemask_epi8(_mm_packs_epi16(low, high)) << at;
  }
  // The last sixteen, of which some were looked at before: a step, not a loop, since how many are left is anybody’s guess.
  if (at < count && count >= 16) {
    const int64_t last = count - 16;
    const __m128i low = _mm_packs_epi32(CICU_NONE(last), CICU_NONE(last + 4));
    const __m128i high = _mm_packs_epi32(CICU_NONE(last + 8), CICU_NONE(last + 12));
    return found | (uint64_t)(uint16_t)~_mm_movemask_epi8(_mm_packs_epi16(low, high)) << last;
  }
  for (; at + 4 <= count; at += 4) {
    found |= (uint64_t)(~_mm_movemask_ps(_mm_castsi128_ps(CICU_NONE(at))) & 15) << at;
  }
#undef CICU_NONE
#endif
  for (; at < count; at++) found |= (uint64_t)((words[at] & mask) != 0) << at;
  return found;
}

/// Bit number `lane` of each of the sixty-four bytes at `bytes`: one bit each, the first byte's lowest.
static inline uint64_t cicu_lane(const uint8_t *bytes, int lane) {
  uint64_t found = 0;
#if defined(__SSE2__)
  for (int part = 0; part < 64; part += 16) {
    // What comes in from the byte beside stays below the highest bit, which alone is taken.
    const __m128i shifted = _mm_sll_epi16(_mm_loadu_si128((const __m128i *)(bytes + part)), _mm_cvtsi32_si128(7 - lane));
    found |= (uint64_t)(uint16_t)_mm_movemask_epi8(shifted) << part;
  }
#else
  for (int at = 0; at < 64; at++) found |= (uint64_t)(bytes[at] >> lane & 1) << at;
#endif
  return found;
}

/// Whether `word` is among `count` words.
static inline int cicu_holds(const int32_t *words, int64_t count, int32_t word) {
  int64_t at = 0;
#if defined(__SSE2__)
  if (count >= 4) {
    const __m128i wanted = _mm_set1_epi32(word);
#define CICU_SAME(place) _mm_cmpeq_epi32(_mm_loadu_si128((const __m128i *)(words + (place))), wanted)
    // The last four may have been looked at before.
    __m128i found = CICU_SAME(count - 4);
    for (; at + 4 <= count; at += 4) found = _mm_or_si128(found, CICU_SAME(at));
#undef CICU_SAME
    return _mm_movemask_epi8(found) != 0;
  }
#endif
  for (; at < count; at++) {
    if (words[at] == word) return 1;
  }
  return 0;
}

#if defined(__SSE2__)
/// One bit for each of sixteen bytes that is a control character, quotation mark or backslash.
static inline int cicu_specials(__m128i bytes) {
  const __m128i control = _mm_cmpeq_epi8(_mm_max_epu8(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8(0x20));
  const __m128i space = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x20));
  const __m128i mark = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
  return _mm_movemask_epi8(_mm_or_si128(_mm_andnot_si128(space, control), mark));
}
#endif

/// How many bytes of `text` stand before the first control character, quotation mark or backslash; all `count` when there is none.
static inline int64_t cicu_plain(const uint8_t *text, int64_t count) {
  int64_t at = 0;
#if defined(__SSE2__)
  for (; at + 16 <= count; at += 16) {
    const int special = cicu_specials(_mm_loadu_si128((const __m128i *)(text + at)));
    if (special != 0) return at + __builtin_ctz((unsigned)special);
  }
#endif
  while (at < count && text[at] >= 0x20 && text[at] != '"' && text[at] != '\\') at++;
  return at;
}

/// Copies what stands before the first such byte, and whatever lies in the fifteen bytes behind it; returns how many stand before it.
static inline int64_t cicu_copy_plain(uint8_t *target, const uint8_t *text, int64_t count) {
  int64_t at = 0;
#if defined(__SSE2__)
  for (; at + 16 <= count; at += 16) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + at));
    _mm_storeu_si128((__m128i *)(target + at), bytes);
    const int special = cicu_specials(bytes);
    if (special != 0) return at + __builtin_ctz((unsigned)special);
  }
  if (at < count && count >= 16) {
    // The last sixteen, of which the first are copied already.
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + count - 16));
    _mm_storeu_si128((__m128i *)(target + count - 16), bytes);
    const int special = cicu_specials(bytes);
    return special != 0 ? count - 16 + __builtin_ctz((unsigned)special) : count;
  }
#endif
  for (; at < count && text[at] >= 0x20 && text[at] != '"' && text[at] != '\\'; at++) target[at] = text[at];
  return at;
}
