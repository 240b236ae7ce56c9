/* EntenteStructure: what a pasted plain-text article is made of: title, authors, date, outlet,
 * body, notes. Found by rule and table, never by guess work that cannot be shown: each part says
 * where in the source it stands.
 *
 * The body keeps every letter of its lines, marks of notes like "[1]" included; only line ends are
 * made alike, and lines of a hard-wrapped text are joined by one space. What is neither body nor a
 * known field (page furniture, a second date) is kept in `left_out`. A plain value owned by the
 * caller; pure, safe in any thread.
 */
#pragma once

#include "entente-date.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_STRUCTURE_TITLE,
  ENTENTE_STRUCTURE_AUTHOR,
  ENTENTE_STRUCTURE_PUBLISHED,
  ENTENTE_STRUCTURE_PUBLICATION,
  ENTENTE_STRUCTURE_URL,
  ENTENTE_STRUCTURE_NOTE,
  ENTENTE_STRUCTURE_BODY,
} EntenteStructureField;

/* What a line of the source is. */
typedef enum {
  ENTENTE_LINE_IS_TITLE,
  ENTENTE_LINE_IS_AUTHOR,
  ENTENTE_LINE_IS_PUBLISHED,
  ENTENTE_LINE_IS_PUBLICATION,
  ENTENTE_LINE_IS_URL,
  ENTENTE_LINE_IS_BODY,
  ENTENTE_LINE_IS_NOTE,
  ENTENTE_LINE_IS_LEFT_OUT,
  ENTENTE_N_LINE_USES
} EntenteLineUse;

typedef struct {
  gsize start, end; /* bytes of the source, without white space around them */
  EntenteLineUse use;
} EntenteStructureLine;

typedef struct {
  EntenteStructureField field;
  gsize start, end; /* bytes of the source */
  char *value; /* PUBLISHED: EDTF; BODY: NULL */
} EntenteSourcePart;

typedef struct {
  char *marker; /* "3"; NULL where a person says that a line without a mark is a note */
  gint64 position; /* code point of the mark in the body, -1 when the body has none */
  char *text; /* without the marker */
  EntenteDate *cited_date; /* or NULL */
  char *cited_source; /* or NULL */
  gsize start, end; /* bytes of the source, marker included */
} EntenteStructureNote;

typedef struct {
  char *title; /* or NULL */
  GPtrArray *authors; /* of char *, each once, academic titles left out */
  EntenteDate *published; /* or NULL */
  char *publication; /* or NULL */
  char *url; /* or NULL */
  char *language; /* BCP 47, or NULL when the words do not tell */
  char *body; /* paragraphs, each ended by "\n" */
  GPtrArray *notes; /* of EntenteStructureNote, in order */
  GPtrArray *parts; /* of EntenteSourcePart, as they stand */
  char *left_out; /* lines, or NULL */
  GArray *lines; /* of EntenteStructureLine: those that are not blank, in order */
  GArray *runs; /* private: where the bytes of the body come from */
} EntenteStructure;

/* @text must be valid UTF-8; @length in bytes. Never fails: at worst all is body. */
EntenteStructure *entente_structure_read (const char *text, gsize length);
/* The same where a person says what each line is: @uses, one for each of the `lines` of an earlier
 * reading of @text. Lines of one field are put together; a note without a mark goes on where no
 * blank line stands before it. */
EntenteStructure *entente_structure_read_as (const char *text,
                                             gsize length,
                                             const EntenteLineUse *uses,
                                             guint n_uses);
void entente_structure_free (EntenteStructure *structure);
/* The byte of the source that @byte of the body was read from. */
gsize entente_structure_to_source (const EntenteStructure *structure, gsize byte);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteStructure, entente_structure_free)

G_END_DECLS
