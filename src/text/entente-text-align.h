/* EntenteTextAlign: which words of a text are which words of another one that was made from it.
 *
 * Both texts are cut into pieces: words, single letters of scripts that write no spaces, single
 * signs. Pieces are alike when they differ in nothing but case, composition of letters, and the
 * form of quotation marks, apostrophes and dashes; spaces and invisible characters belong to none.
 * Pairs rise in both texts, so what changed its place is unpaired. Time and memory are linear in
 * the two texts, but for sorting. Immutable once made; any thread. The texts are borrowed: they
 * must be valid UTF-8 and outlive it.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EntenteTextAlign EntenteTextAlign;

typedef struct {
  gsize start, end; /* bytes, [start, end) */
  guint64 hash; /* equal for pieces that are alike */
  gboolean is_word;
} EntenteTextPiece;

#define ENTENTE_NO_PIECE G_MAXUINT32

/* Array of EntenteTextPiece; NULL with an error only when cancelled. The caller's. */
GArray *entente_text_pieces_cut (const char *text, GCancellable *cancellable, GError **error);

/* NULL with an error only when cancelled. */
EntenteTextAlign *entente_text_align_new (const char *before,
                                          const char *after,
                                          GCancellable *cancellable,
                                          GError **error);
void entente_text_align_free (EntenteTextAlign *align);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteTextAlign, entente_text_align_free)

/* In order; borrowed. */
const EntenteTextPiece *entente_text_align_get_before (const EntenteTextAlign *align, guint *n);
const EntenteTextPiece *entente_text_align_get_after (const EntenteTextAlign *align, guint *n);
/* The piece of the later text that the earlier text's @piece is; ENTENTE_NO_PIECE for none. */
guint entente_text_align_get_pair (const EntenteTextAlign *align, guint piece);
/* The last piece before @piece, and the first one from @piece on, that has a pair; ENTENTE_NO_PIECE
 * for none. */
guint entente_text_align_find_paired_before (const EntenteTextAlign *align, guint piece);
guint entente_text_align_find_paired_from (const EntenteTextAlign *align, guint piece);
/* The first piece of @n that ends behind @byte; @n when there is none. */
guint entente_text_pieces_find (const EntenteTextPiece *pieces, guint n, gsize byte);

G_END_DECLS
