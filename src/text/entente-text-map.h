/* EntenteTextMap: where things are in a text. The one place that turns code points (what studies
 * keep) into bytes (what strings need), and either into paragraphs.
 *
 * Immutable; reference counted; safe in any thread. A paragraph ends behind its "\n", the last one
 * at the end of the text; an empty text has no paragraph. Offsets outside the text are brought to
 * its nearest end, so no offset from a file can lead outside of it.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _EntenteTextMap EntenteTextMap;

typedef struct {
  gint64 start, end; /* code points, [start, end), "\n" included */
  gsize start_byte, end_byte; /* the same in bytes */
} EntenteParagraph;

#define ENTENTE_TYPE_TEXT_MAP (entente_text_map_get_type ())
GType entente_text_map_get_type (void);

/* @text is copied; it must be valid UTF-8. @length in bytes, or -1. */
EntenteTextMap *entente_text_map_new (const char *text, gssize length);
EntenteTextMap *entente_text_map_ref (EntenteTextMap *map);
void entente_text_map_unref (EntenteTextMap *map);

const char *entente_text_map_get_text (EntenteTextMap *map);
gint64 entente_text_map_get_n_chars (EntenteTextMap *map);
gsize entente_text_map_get_n_bytes (EntenteTextMap *map);
gsize entente_text_map_to_byte (EntenteTextMap *map, gint64 position);
/* The code point that the byte belongs to. */
gint64 entente_text_map_to_char (EntenteTextMap *map, gsize byte);
guint entente_text_map_get_n_paragraphs (EntenteTextMap *map);
/* @index below entente_text_map_get_n_paragraphs(). */
EntenteParagraph entente_text_map_get_paragraph (EntenteTextMap *map, guint index);
/* The paragraph that holds @position; the last one for the end of the text; 0 for an empty text. */
guint entente_text_map_paragraph_at (EntenteTextMap *map, gint64 position);
/* The text of [start, end) in code points. Free with g_free. */
char *entente_text_map_dup_slice (EntenteTextMap *map, gint64 start, gint64 end);
/* The @occurrence-th place (1 is the first) where @quote stands, as code points [start, end). FALSE
 * when there are fewer, or @quote is empty. */
gboolean entente_text_map_find (EntenteTextMap *map,
                                const char *quote,
                                guint occurrence,
                                gint64 *start,
                                gint64 *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteTextMap, entente_text_map_unref)

G_END_DECLS
