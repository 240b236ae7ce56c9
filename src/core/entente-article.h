/* Articles, their immutable texts, their notes, and passages of those texts. */
#pragma once

#include "entente-record.h"

G_BEGIN_DECLS

typedef struct {
  EntenteRecord record;
  char *title;
  char *authors; /* separated by "; ", academic titles left out */
  EntenteId publication; /* an actor of kind media, or none */
  char *publication_name; /* as printed, when it is no actor */
  EntenteDate *published;
  EntenteDate *retrieved;
  char *url;
  char *language; /* BCP 47, or NULL */
  EntenteId origin; /* article that this one reprints, or none */
  char *note;
} EntenteArticle;

typedef struct {
  EntenteRecord record;
  EntenteId article;
  gint64 number; /* 1 is the first */
  char *text; /* valid UTF-8; paragraphs end in "\n"; never changed */
  char *sha256; /* of the text, hexadecimal */
  EntenteId made_from; /* earlier revision, or none */
  char *why;
  char *source_name; /* basename of the file it came from, or NULL */
} EntenteRevision;

typedef struct {
  EntenteRecord record;
  EntenteId revision;
  char *marker; /* "3" */
  gint64 position; /* code point of the mark in the text, -1 when the text has no mark */
  char *text; /* of the note, without marker */
  EntenteDate *cited_date;
  char *cited_source;
} EntenteFootnote;

typedef struct {
  EntenteRecord record;
  EntenteId revision;
  gint64 start, end; /* code points of the text, [start, end) */
  char *quote; /* exactly the text between them */
  char *prefix; /* up to 32 code points before */
  char *suffix; /* up to 32 code points after */
} EntentePassage;

ENTENTE_DECLARE_RECORD (EntenteArticle, entente_article, ARTICLE)
ENTENTE_DECLARE_RECORD (EntenteRevision, entente_revision, REVISION)
ENTENTE_DECLARE_RECORD (EntenteFootnote, entente_footnote, FOOTNOTE)
ENTENTE_DECLARE_RECORD (EntentePassage, entente_passage, PASSAGE)

/* A passage of @text with quote, prefix and suffix cut out; offsets in code points. */
EntentePassage *entente_passage_new_from_text (EntenteId revision,
                                               const char *text,
                                               gint64 start,
                                               gint64 end);
/* Order of notes in the text, then by id: for g_ptr_array_sort(). */
int entente_footnote_compare_positions (gconstpointer a, gconstpointer b);
/* The note of @footnotes (EntenteFootnote, by position) that carries what @passage says: the last
 * one whose mark stands within it, else the first one behind it in the same sentence, as far as the
 * suffix reaches. Borrowed; NULL when there is none. */
EntenteFootnote *entente_passage_find_footnote (const EntentePassage *passage,
                                                const GPtrArray *footnotes);

G_END_DECLS
