/* What the three formats share; private to entente-bibliography. */
#pragma once

#include "entente-bibliography.h"

G_BEGIN_DECLS

#define ENTENTE_BIBLIOGRAPHY_MAX_ENTRIES 100000
#define ENTENTE_BIBLIOGRAPHY_MAX_DEPTH 100 /* of braces */

/* A name in its parts. Names of offices and news agencies have a family name alone. */
typedef struct {
  char *given; /* or NULL */
  char *family; /* with particles: "de Vries" */
  char *suffix; /* "Jr.", or NULL */
} EntenteBibliographyName;

/* "Maya Ortiz", "Jan de Vries", "Martin King Jr.", "Voice of America". */
EntenteBibliographyName entente_bibliography_split_name (const char *name);
void entente_bibliography_name_clear (EntenteBibliographyName *name);
/* "Ortiz, Maya" and "King, Martin, Jr." to what is printed; what has no comma stays. Free. */
char *entente_bibliography_join_name (const char *text);
/* Adds "; " and @name, which is taken (may be NULL). */
void entente_bibliography_add_author (EntenteArticle *article, char *name);
/* An EDTF value, else words; NULL when there is no date in it. Keeps words that are no value as
 * wording. */
EntenteDate *entente_bibliography_read_date (const char *text);
/* The parts of a plain day, month or year of our era; FALSE for all else. Parts that are not given
 * are 0. */
gboolean entente_bibliography_get_parts (const EntenteDate *date, int *year, int *month, int *day);
/* "2018", "2018-10", "2018-10-31"; parts out of range are passed over. NULL without a year. */
EntenteDate *entente_bibliography_make_date (gint64 year, gint64 month, gint64 day);
/* Puts @value (taken) in place of an empty field. */
void entente_bibliography_take (char **field, char *value);

/* Each in its own file. @text is valid UTF-8 without NUL. */
gboolean entente_bibliography_read_ris (const char *text,
                                        const char *name,
                                        GPtrArray *articles,
                                        GError **error);
gboolean entente_bibliography_read_bibtex (const char *text,
                                           const char *name,
                                           GPtrArray *articles,
                                           GError **error);
gboolean entente_bibliography_read_csl (const char *text,
                                        gsize length,
                                        const char *name,
                                        GPtrArray *articles,
                                        GError **error);
void entente_bibliography_write_ris (const EntenteArticle *article, GString *text);
void entente_bibliography_write_bibtex (const EntenteArticle *article, guint number, GString *text);
char *entente_bibliography_write_csl (const GPtrArray *articles);
/* LaTeX to text: accents, braces, dashes. Free. */
char *entente_bibliography_read_latex (const char *text, gsize length);
void entente_bibliography_append_latex (GString *text, const char *value);

G_END_DECLS
