/* The selected moves for other programs: as text, one line each, and as a picture of the timeline
 * as it is seen. Main thread. */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define WHO                                                                                        \
  (1 << ENTENTE_ROLE_INITIATOR | 1 << ENTENTE_ROLE_PARTICIPANT | 1 << ENTENTE_ROLE_SIGNATORY)
#define WHOM (1 << ENTENTE_ROLE_ADDRESSEE | 1 << ENTENTE_ROLE_INVITED)

#define MAX_READ 2000 /* of more moves only what is known already is said of their dates */

/* ---- text ---- */

/* Tabs and lines in a name would break the table. */
static void
append_cell (GString *text, const char *cell)
{
  g_autofree char *clean = g_strdelimit (g_strdup (cell != NULL ? cell : ""), "\t\n\r", ' ');

  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\t');
  g_string_append (text, clean);
}

static char *
join_actors (EntenteTimeline *self, guint32 row, guint roles)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (self->chronicle, row, &n);

  for (guint i = 0; i < n; i++) {
    if (!(roles >> parts[i].role & 1))
      continue;
    if (names->len > 0)
      g_string_append (names, "; ");
    g_string_append (names, entente_chronicle_get_actor (self->chronicle, parts[i].actor)->name);
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
join_sources (EntenteTimeline *self, guint32 row)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  guint n;
  const EntenteVoice *voices = entente_chronicle_get_voices (self->chronicle, row, &n);

  for (guint i = 0; i < n; i++) {
    const EntenteArticle *article =
      voices[i].article != ENTENTE_NO_INDEX
        ? entente_chronicle_get_article (self->chronicle, voices[i].article)
        : NULL;

    if (article == NULL || article->title == NULL || strstr (titles->str, article->title) != NULL)
      continue;
    if (titles->len > 0)
      g_string_append (titles, "; ");
    g_string_append (titles, article->title);
  }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
append_row (EntenteTimeline *self, GString *text, guint32 row, gboolean known)
{
  g_autofree char *date = known ? entente_timeline_date_format_known (self, row)
                                : entente_timeline_date_format (self, row);
  g_autofree char *who = join_actors (self, row, WHO), *whom = join_actors (self, row, WHOM);
  g_autofree char *sources = join_sources (self, row);
  const char *title = entente_timeline_feed_get_title (self, row);
  g_autofree char *described =
    title == NULL ? entente_chronicle_describe (self->chronicle, row) : NULL;

  append_cell (text, date);
  append_cell (text, who);
  append_cell (text, entente_kind_get_label (entente_chronicle_get_kind (self->chronicle, row)));
  append_cell (text, whom);
  append_cell (text, title != NULL ? title : described);
  append_cell (text, sources);
  g_string_append_c (text, '\n');
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

/* guint32 rows of the selection, else that with the keyboard. */
static GArray *
find_rows (EntenteTimeline *self)
{
  GArray *rows = entente_timeline_feed_get_selected_rows (self);
  guint32 focus = entente_timeline_keys_get_row (self);

  if (rows->len == 0 && focus != ENTENTE_NO_INDEX)
    g_array_append_val (rows, focus);
  g_array_sort (rows, compare_rows);
  return rows;
}

char *
entente_timeline_copy_make_text (EntenteTimeline *self)
{
  g_autoptr (GArray) rows = find_rows (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    append_row (self, text, g_array_index (rows, guint32, i), rows->len > MAX_READ);
  return g_string_free (text, FALSE);
}

/* ---- picture ---- */

GdkTexture *
entente_timeline_copy_make_picture (EntenteTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkNative *native = gtk_widget_get_native (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  float width = (float) gtk_widget_get_width (widget),
        height = (float) gtk_widget_get_height (widget);
  GtkSnapshot *snapshot;
  g_autoptr (GskRenderNode) node = NULL;

  if (native == NULL || !gtk_widget_get_mapped (widget) || width < 1 || height < 1)
    return NULL;
  entente_timeline_hint_drop (self);
  entente_timeline_keys_allocate (self); /* the keyboard may have moved since the last frame */
  snapshot = gtk_snapshot_new ();
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  timeline_append_rect (snapshot, &self->style.ground, 0, 0, width, height);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  return gsk_renderer_render_texture (
    gtk_native_get_renderer (native),
    node,
    &GRAPHENE_RECT_INIT (0, 0, width * (float) scale, height * (float) scale));
}

/* ---- clipboard ---- */

static void
put (EntenteTimeline *self, const char *text)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autoptr (GdkTexture) picture = entente_timeline_copy_make_picture (self);
  GdkContentProvider *forms[2];
  g_autoptr (GdkContentProvider) all = NULL;
  gsize n = 0;

  if (text != NULL && *text != '\0')
    forms[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  if (picture != NULL)
    forms[n++] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, picture);
  if (n == 0)
    return;
  all = gdk_content_provider_new_union (forms, n);
  gdk_clipboard_set_content (clipboard, all);
  if (text == NULL && self->session != NULL)
    entente_session_notify_user (self->session, _ ("Picture copied"), 0);
}

/* The dates are those of the records, which may have to be read first. */
void
entente_timeline_copy_follow (EntenteTimeline *self)
{
  g_autofree char *text = NULL;

  if (!self->copying || self->n_reading > 0)
    return;
  self->copying = FALSE;
  text = entente_timeline_copy_make_text (self);
  put (self, text);
}

void
entente_timeline_copy (EntenteTimeline *self, gboolean with_text)
{
  g_autofree char *text = with_text ? entente_timeline_copy_make_text (self) : NULL;

  self->copying = with_text && self->n_reading > 0;
  if (!self->copying)
    put (self, text);
}
