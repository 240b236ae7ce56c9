/* Words with their places on pages, as pdftotext -bbox-layout writes them, to lines of text: a
 * blank line between paragraphs, a form feed behind each page, small raised figures as "[3]". Pure,
 * private to exchange. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NULL when it is no such text. @title receives what is written largest on the first page, or NULL.
 * Free both. */
char *entente_page_layout_read (const char *xml, gsize length, char **title);

G_END_DECLS
