/* Formats in which something can be saved: how a dialog offers them, and which one a name asks for.
 * Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  const char *suffix; /* without its dot */
  const char *name; /* of the kind of file, to be translated */
  const char *mime_type;
} EntenteSaveFormat;

/* By the suffix of @name; @otherwise when it has none that is known. */
guint entente_save_formats_guess (const EntenteSaveFormat *formats,
                                  guint n,
                                  const char *name,
                                  guint otherwise);
/* A filter for each in the dialog, that of @first chosen. */
void entente_save_formats_offer (const EntenteSaveFormat *formats,
                                 guint n,
                                 GtkFileChooser *chooser,
                                 guint first);
/* The one whose filter is chosen in such a dialog; @otherwise when none is. */
guint entente_save_formats_get_chosen (GtkFileChooser *chooser, guint otherwise);
/* "Afghan Peace Talks, Chronology.pdf", without what no file name may have. Free. */
char *entente_save_formats_name (const EntenteSaveFormat *format,
                                 const char *study,
                                 const char *what);

/* The first @n papers, each upright and sideways: item / 2 is the paper, item % 2 sideways. Free.
 */
GListModel *entente_save_formats_list_papers (guint n);

G_END_DECLS
