/* Pictures of the sample chronicles for tests; titles come from a callback that can fail. */
#pragma once

#include "entente-picture.h"

#include "../chart/sample-chronicle.h"

static const char *const picture_hostile =
  "<script>alert(1)</script> & \033[2J \342\200\256drawkcab";

typedef struct {
  gboolean fails, hostile;
  guint n_read;
} PictureTitles;

static inline char **
picture_read_titles (gpointer data, const EntenteId *events, guint n, GError **error)
{
  PictureTitles *titles = data;
  char **found = g_new0 (char *, MAX (n, 1));

  titles->n_read += n;
  if (titles->fails) {
    g_free (found);
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "gone");
    return NULL;
  }
  for (guint i = 0; i < n; i++)
    if (titles->hostile)
      found[i] = g_strdup (picture_hostile);
    else if (events[i] <= (EntenteId) G_N_ELEMENTS (sample_events))
      found[i] = g_strdup (sample_events[events[i] - 1].title);
  return found;
}

static inline EntentePictureOptions
picture_options (EntenteChronicle *chronicle, EntenteBitset *rows, PictureTitles *titles)
{
  EntentePictureOptions options;

  entente_picture_options_init (&options);
  options.chronicle = chronicle;
  options.rows = rows;
  options.source = (EntentePictureSource){ picture_read_titles, NULL, titles };
  options.study = "Harbour & Talks";
  options.filter = "All moves";
  options.version = 41;
  options.made_time = 1552521600; /* 14 March 2019 */
  return options;
}

static inline cairo_status_t
picture_append (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static inline cairo_status_t
picture_fail (void *closure, const unsigned char *bytes, unsigned int length)
{
  return CAIRO_STATUS_WRITE_ERROR;
}
