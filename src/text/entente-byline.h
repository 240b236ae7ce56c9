/* Names of authors out of a byline: "By A. Smith and Prof. Dr. B. Jones, Diplomatic Editor";
 * private to text. Titles, offices and words like "by" are tables in entente-byline.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gsize start, end; /* bytes of the text */
  char *name; /* without academic titles, words separated by one space */
} EntenteByline;

typedef enum {
  ENTENTE_BYLINE_NONE,
  ENTENTE_BYLINE_NAMES, /* nothing but a name, perhaps with an office: needs other signs */
  ENTENTE_BYLINE_SURE, /* says "by", bears an academic title, or stands twice */
} EntenteBylineKind;

/* Reads the line [start, end). @authors receives EntenteByline, each name once, when the answer is
 * not NONE. */
EntenteBylineKind entente_byline_read (const char *text,
                                       gsize start,
                                       gsize end,
                                       GPtrArray *authors);
void entente_byline_free (EntenteByline *author);

G_END_DECLS
