/* What a person reads in a PDF, for tests. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Its text as it stands on the pages, a form feed after each. Free. */
char *entente_test_read_pdf (const void *bytes, gsize length);

G_END_DECLS
