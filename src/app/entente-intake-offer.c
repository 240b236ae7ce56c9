/* What another program offers, by the clipboard or by dropping: files, a piece of a page, or text.
 * An address is no offer, since nothing is fetched. Main thread. */
#include "config.h"

#include "entente-intake.h"
#include "entente-opener.h"
#include "entente-window-private.h"
#include <glib/gi18n.h>

#define CHUNK_BYTES 65536
#define ENOUGH_BYTES (64 * 1024 * 1024 + 1) /* whoever reads it says that it is too much */

/* Those that are text, the best first. */
static const char *const text_types[] = { "text/html",
                                          "text/plain;charset=utf-8",
                                          "UTF8_STRING",
                                          "text/plain" };

typedef struct {
  EntenteWindow *window;
  EntenteSession *session; /* of the window when it was offered, or NULL; text goes into no other */
  GdkDrop *drop; /* or NULL: pasted */
  char *mime_type;
  GInputStream *stream;
  GByteArray *bytes;
} Offer;

static Offer *
offer_new (EntenteWindow *window, GdkDrop *drop)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->window = g_object_ref (window);
  g_set_object (&offer->session, window->session);
  offer->drop = drop ? g_object_ref (drop) : NULL;
  offer->bytes = g_byte_array_new ();
  return offer;
}

/* The other program waits for the end of a drop. */
static void
offer_free (Offer *offer)
{
  if (offer->drop)
    gdk_drop_finish (offer->drop, GDK_ACTION_COPY);
  g_clear_object (&offer->drop);
  g_clear_object (&offer->session);
  g_object_unref (offer->window);
  g_free (offer->mime_type);
  g_clear_object (&offer->stream);
  g_byte_array_unref (offer->bytes);
  g_free (offer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

/* ---- text ---- */

static void
take_text (Offer *offer)
{
  g_autoptr (GBytes) bytes = g_bytes_new (offer->bytes->data, offer->bytes->len);

  if (offer->session && offer->window->session == offer->session)
    entente_intake_take_text (offer->window,
                              bytes,
                              offer->mime_type,
                              offer->drop ? _ ("Dropped text") : _ ("Pasted text"));
}

static void read_chunk (Offer *offer);

static void
chunk_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Offer) offer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk =
    g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize length = 0;
  gconstpointer bytes = chunk ? g_bytes_get_data (chunk, &length) : NULL;

  if (!chunk) {
    entente_intake_show_error (offer->window, error);
    return;
  }
  g_byte_array_append (offer->bytes, bytes, (guint) length);
  if (length == 0 || offer->bytes->len >= ENOUGH_BYTES)
    take_text (offer);
  else
    read_chunk (g_steal_pointer (&offer));
}

/* Takes @offer. */
static void
read_chunk (Offer *offer)
{
  g_input_stream_read_bytes_async (offer->stream,
                                   CHUNK_BYTES,
                                   G_PRIORITY_DEFAULT,
                                   NULL,
                                   chunk_cb,
                                   offer);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Offer) offer = data;
  g_autoptr (GError) error = NULL;
  const char *mime_type = NULL;

  offer->stream =
    offer->drop ? gdk_drop_read_finish (GDK_DROP (source), result, &mime_type, &error)
                : gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &mime_type, &error);
  offer->mime_type = g_strdup (mime_type);
  if (offer->stream)
    read_chunk (g_steal_pointer (&offer));
  else
    entente_intake_show_error (offer->window, error);
}

/* Of several types the other side itself would choose. */
static const char *
choose_text (GdkContentFormats *formats)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_types); i++)
    if (gdk_content_formats_contain_mime_type (formats, text_types[i]))
      return text_types[i];
  return NULL;
}

/* ---- files ---- */

static gboolean
has_files (GdkContentFormats *formats)
{
  g_autoptr (GdkContentFormats) all =
    gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));

  return gdk_content_formats_contain_gtype (all, GDK_TYPE_FILE_LIST);
}

static gboolean
is_address (GFile *file)
{
  g_autofree char *scheme = g_file_get_uri_scheme (file);

  return scheme &&
         (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0);
}

static void
take_files (EntenteWindow *window, GSList *files)
{
  g_autoptr (GSList) taken = NULL;

  for (GSList *link = files; link; link = link->next)
    if (!is_address (link->data))
      taken = g_slist_append (taken, link->data);
  if (taken)
    entente_opener_take_files (window, taken);
  else if (files)
    entente_window_show_error (window,
                               _ ("The Article Could Not Be Imported"),
                               _ ("This is an address, and Entente fetches nothing from the "
                                  "network. Save the page and drop the file, or select its text "
                                  "and drop that."));
}

static void
files_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Offer) offer = data;
  g_autoptr (GError) error = NULL;
  const GValue *value =
    offer->drop ? gdk_drop_read_value_finish (GDK_DROP (source), result, &error)
                : gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value)
    take_files (offer->window, g_value_get_boxed (value));
  else
    entente_intake_show_error (offer->window, error);
}

/* ---- the clipboard ---- */

void
entente_intake_paste (EntenteWindow *window)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const char *wanted[] = { choose_text (formats), NULL };

  if (!window->session)
    return;
  if (has_files (formats))
    gdk_clipboard_read_value_async (clipboard,
                                    GDK_TYPE_FILE_LIST,
                                    G_PRIORITY_DEFAULT,
                                    NULL,
                                    files_cb,
                                    offer_new (window, NULL));
  else if (wanted[0])
    gdk_clipboard_read_async (clipboard,
                              wanted,
                              G_PRIORITY_DEFAULT,
                              NULL,
                              opened_cb,
                              offer_new (window, NULL));
  else
    entente_window_toast (window, _ ("The clipboard holds no text"), 0);
}

/* ---- dropping ---- */

/* What is dragged within the program has targets of its own. */
static gboolean
accept_cb (GtkDropTargetAsync *target, GdkDrop *drop, EntenteWindow *window)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  return !gdk_drop_get_drag (drop) &&
         (has_files (formats) || (window->session && choose_text (formats)));
}

static gboolean
drop_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, EntenteWindow *window)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);
  const char *wanted[] = { choose_text (formats), NULL };

  if (has_files (formats))
    gdk_drop_read_value_async (drop,
                               GDK_TYPE_FILE_LIST,
                               G_PRIORITY_DEFAULT,
                               NULL,
                               files_cb,
                               offer_new (window, drop));
  else if (wanted[0])
    gdk_drop_read_async (drop,
                         wanted,
                         G_PRIORITY_DEFAULT,
                         NULL,
                         opened_cb,
                         offer_new (window, drop));
  return has_files (formats) || wanted[0];
}

void
entente_intake_attach_drop (EntenteWindow *window, GtkWidget *widget, gboolean is_pane)
{
  GdkContentFormatsBuilder *formats = gdk_content_formats_builder_new ();
  GtkDropTargetAsync *target;

  gdk_content_formats_builder_add_gtype (formats, GDK_TYPE_FILE_LIST);
  for (guint i = 0; i < G_N_ELEMENTS (text_types); i++)
    gdk_content_formats_builder_add_mime_type (formats, text_types[i]);
  target = gtk_drop_target_async_new (gdk_content_formats_builder_free_to_formats (formats),
                                      GDK_ACTION_COPY);
  if (is_pane)
    gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), window, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), window, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
