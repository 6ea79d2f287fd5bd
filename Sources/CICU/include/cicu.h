// Opaque face of libicu's word break iteration. No ICU header is included here: together with Foundation's
// own ICU module that would not compile.
#pragma once
#include <stdint.h>

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
