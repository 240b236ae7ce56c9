/* The lines of a pasted text, and small questions about one of them; private to text.
 *
 * Lines point into the text that they were cut from. Any of LF, CR, CRLF, VT, FF, NEL, LS and PS
 * ends a line.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_LINE_BLANK,
  ENTENTE_LINE_BODY,
  ENTENTE_LINE_TITLE,
  ENTENTE_LINE_AUTHOR,
  ENTENTE_LINE_DATE,
  ENTENTE_LINE_PUBLICATION,
  ENTENTE_LINE_URL,
  ENTENTE_LINE_NOTE, /* and the heading of the notes */
  ENTENTE_LINE_LEFT_OUT, /* page furniture, a date of change */
} EntenteTextLineRole;

typedef struct {
  gsize start, end; /* bytes, without the line end */
  gsize first, last; /* the same without white space around it; equal when blank */
  guint n_chars; /* between first and last */
  EntenteTextLineRole role;
} EntenteTextLine;

typedef struct {
  gsize start, end; /* bytes */
} EntenteTextWord;

/* Array of EntenteTextLine; each has the role BODY, or BLANK. */
GArray *entente_lines_cut (const char *text, gsize length);
/* Array of EntenteTextWord: what stands between white space in [start, end). */
GArray *entente_words_cut (const char *text, gsize start, gsize end);
/* The words from @first to before @last with one space between them. Free with g_free. */
char *entente_words_join (const char *text, GArray *words, guint first, guint last);
/* Casefolded, without signs around it: "Prof.," gives "prof". Free with g_free. */
char *entente_word_fold (const char *text, const EntenteTextWord *word);
/* TRUE when @list ("a|b c|d") has @word. */
gboolean entente_list_has (const char *list, const char *word);
/* TRUE when the word begins with a capital letter or with a script without case. */
gboolean entente_word_is_capital (const char *text, const EntenteTextWord *word);
/* TRUE when a sentence ends at the end of [start, end). */
gboolean entente_text_ends_sentence (const char *text, gsize start, gsize end);
/* TRUE when the paragraph looks like a heading: short, one line, no end of a sentence. */
gboolean entente_text_is_heading (const char *paragraph, gsize length);
/* TRUE when the address of a page begins at @p, before @end. */
gboolean entente_text_begins_address (const char *p, const char *end);

G_END_DECLS
