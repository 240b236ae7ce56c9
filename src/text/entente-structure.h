/* EntenteStructure: what a pasted plain-text article is made of: title, authors, date, outlet, body,
 * notes. Found by rule and table, never by guess work that cannot be shown: each part says where in
 * the source it stands.
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

typedef struct {
  EntenteStructureField field;
  gsize start, end; /* bytes of the source */
  char *value; /* PUBLISHED: EDTF; BODY: NULL */
} EntenteSourcePart;

typedef struct {
  char *marker; /* "3" */
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
  GArray *runs; /* private: where the bytes of the body come from */
} EntenteStructure;

/* @text must be valid UTF-8; @length in bytes. Never fails: at worst all is body. */
EntenteStructure *entente_structure_read (const char *text, gsize length);
void entente_structure_free (EntenteStructure *structure);
/* The byte of the source that @byte of the body was read from. */
gsize entente_structure_to_source (const EntenteStructure *structure, gsize byte);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteStructure, entente_structure_free)

G_END_DECLS
