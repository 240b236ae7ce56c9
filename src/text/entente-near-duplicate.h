/* EntenteSketch: a text as few numbers, by which texts that are nearly the same are found among
 * many.
 *
 * Runs of five words are hashed; of all hashes the smallest are kept (a bottom sketch), so that the
 * share of runs that two texts have in common is told by their sketches alone. Case, signs and
 * spaces count for nothing. Deterministic; the same on every machine. A plain value, immutable once
 * made; any thread.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Hashes that a sketch keeps: the share is told to within about 4 percent. */
#define ENTENTE_SKETCH_SIZE 256

typedef struct {
  guint n; /* hashes, 0 for a text without words */
  guint n_words;
  guint64 hashes[ENTENTE_SKETCH_SIZE]; /* rising, each once */
} EntenteTextSketch;

/* Linear in @text, which must be valid UTF-8. NULL with an error only when cancelled. */
EntenteTextSketch *entente_text_sketch_new (const char *text,
                                            GCancellable *cancellable,
                                            GError **error);
void entente_text_sketch_free (EntenteTextSketch *sketch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteTextSketch, entente_text_sketch_free)

/* Percent of the runs of words of either text that are in both, as far as their sketches tell: 100
 * for equal texts, whatever their signs and spaces; 0 when either is too short to be compared. */
guint entente_text_sketch_compare (const EntenteTextSketch *a, const EntenteTextSketch *b);
/* The same of the shorter text alone: 100 when it stands whole in the longer one. */
guint entente_text_sketch_contain (const EntenteTextSketch *a, const EntenteTextSketch *b);

G_END_DECLS
