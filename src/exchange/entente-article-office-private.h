/* What the readers of ODT and DOCX share; private to entente-article-office. */
#pragma once

#include "entente-article-parts.h"
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef struct {
  EntenteArticleParts *parts;
  guint n_deleted; /* tracked deletions */
  guint n_comments;
  guint n_hidden; /* runs of hidden text */
  GHashTable *footnotes, *endnotes; /* of a DOCX: id -> xmlNode */
} EntenteOffice;

/* An element of this name, whatever its prefix. */
gboolean entente_office_is (const xmlNode *node, const char *name);
/* The value of an attribute, whatever its prefix; NULL for none. Free. */
char *entente_office_dup (const xmlNode *node, const char *attribute);
/* The first element of this name within @node; NULL for none. */
xmlNode *entente_office_find (xmlNode *node, const char *name);

/* What was read so far is the title and no part of the text: a paragraph in the style "Title",
 * before all others. */
void entente_office_take_title (EntenteOffice *office);

/* entente-article-office-odt.c: text of content.xml. */
void entente_office_read_odt (EntenteOffice *office, xmlNode *root);
/* entente-article-office-docx.c: text of word/document.xml. */
void entente_office_read_docx (EntenteOffice *office, xmlNode *root);

G_END_DECLS
