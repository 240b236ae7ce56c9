/* Beginning and notes are made anew with each change of the lines; the list of lines stays, so that
 * the keyboard does. Main thread.
 */
#include "config.h"

#include "entente-date-field.h"
#include "entente-form-grid.h"
#include "entente-import-text.h"
#include "entente-label.h"
#include "entente-line-uses.h"
#include <glib/gi18n.h>

#define PREVIEW_BYTES 4000 /* of the text: enough to see that it is the right one */
#define PREVIEW_PX 150
#define NOTES_SHOWN 60

struct _EntenteImportText {
  GtkBox parent_instance;

  EntenteArticleDraft *draft; /* borrowed */
  GtkWidget *preview, *notes; /* grids that are made anew */
  EntenteLineUses *lines;
  GPtrArray *note_fields; /* EntenteDateField of the first notes */
};

G_DEFINE_FINAL_TYPE (EntenteImportText, entente_import_text, GTK_TYPE_BOX)

enum { CHANGED, LINES_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

GtkWidget *
entente_import_sentence_new (const char *text, const char *class)
{
  GtkWidget *label = entente_label_new (text, class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  return label;
}

/* ---- the beginning ---- */

/* The beginning, cut between two characters. */
static char *
dup_beginning (const char *text)
{
  gsize length = strlen (text);
  const char *end = text + MIN (length, PREVIEW_BYTES);

  if (length <= PREVIEW_BYTES)
    return g_strdup (text);
  end = g_utf8_find_prev_char (text, end + 1);
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

static GtkWidget *
create_preview (const char *text)
{
  g_autofree char *beginning = dup_beginning (text);
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), beginning, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Beginning of the text"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), PREVIEW_PX);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  return scroller;
}

static void
add_preview (EntenteImportText *self)
{
  const char *text = self->draft->revision->text;
  glong n_chars = g_utf8_strlen (text, -1);
  g_autofree char *head =
    g_strdup_printf (ngettext ("Text, %lu character", "Text, %lu characters", (gulong) n_chars),
                     (gulong) n_chars);

  entente_form_grid_add_head (self->preview, head, NULL);
  entente_form_grid_add_wide (self->preview, create_preview (text));
}

/* ---- notes ---- */

static void
note_changed_cb (EntenteImportText *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_note (EntenteImportText *self, const EntenteFootnote *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *field = entente_date_field_new_plain ();
  g_autofree char *label =
    g_strdup_printf (_ ("Date cited by note %s"), note->marker ? note->marker : "");

  gtk_box_append (GTK_BOX (box),
                  entente_import_sentence_new (note->text ? note->text : "", "body"));
  entente_date_field_set_label (ENTENTE_DATE_FIELD (field), label);
  entente_date_field_set_placeholder (ENTENTE_DATE_FIELD (field), _ ("Date cited"));
  entente_date_field_set_date (ENTENTE_DATE_FIELD (field), note->cited_date);
  gtk_box_append (GTK_BOX (box), field);
  g_signal_connect_swapped (field, "changed", G_CALLBACK (note_changed_cb), self);
  g_ptr_array_add (self->note_fields, field);
  return box;
}

static void
add_notes (EntenteImportText *self)
{
  GPtrArray *notes = self->draft->footnotes;
  g_autofree char *more = NULL;

  g_ptr_array_set_size (self->note_fields, 0);
  if (notes->len == 0)
    return;
  entente_form_grid_add_head (self->notes, _ ("Notes"), NULL);
  for (guint i = 0; i < MIN (notes->len, NOTES_SHOWN); i++) {
    const EntenteFootnote *note = notes->pdata[i];

    entente_form_grid_add (self->notes, note->marker ? note->marker : "", create_note (self, note));
  }
  if (notes->len <= NOTES_SHOWN)
    return;
  more =
    g_strdup_printf (ngettext ("and %u more note", "and %u more notes", notes->len - NOTES_SHOWN),
                     notes->len - NOTES_SHOWN);
  entente_form_grid_add_wide (self->notes, entente_import_sentence_new (more, "row-note"));
}

static void
show_text (EntenteImportText *self)
{
  gtk_box_remove (GTK_BOX (self), self->preview);
  gtk_box_remove (GTK_BOX (self), self->notes);
  self->preview = entente_form_grid_new ();
  self->notes = entente_form_grid_new ();
  gtk_box_prepend (GTK_BOX (self), self->preview);
  gtk_box_append (GTK_BOX (self), self->notes);
  add_preview (self);
  add_notes (self);
}

/* ---- lines ---- */

static void
lines_changed_cb (EntenteImportText *self)
{
  g_signal_emit (self, signals[LINES_CHANGED], 0);
}

static void
add_lines (EntenteImportText *self)
{
  GtkWidget *grid = entente_form_grid_new ();

  self->lines =
    ENTENTE_LINE_USES (entente_line_uses_new (self->draft->text, self->draft->structure));
  entente_form_grid_add_head (grid, _ ("What Each Line Is"), NULL);
  entente_form_grid_add_wide (grid, GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (self), grid);
  g_signal_connect_swapped (self->lines, "changed", G_CALLBACK (lines_changed_cb), self);
}

static gboolean
is_same_note (const EntenteFootnote *one, const EntenteFootnote *other)
{
  return g_strcmp0 (one->marker, other->marker) == 0 && g_strcmp0 (one->text, other->text) == 0;
}

/* Dates that were typed for notes which are still there. */
static void
keep_dates (const GPtrArray *before, const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++) {
    EntenteFootnote *note = notes->pdata[i];

    for (guint k = 0; k < before->len; k++) {
      const EntenteFootnote *old = before->pdata[k];

      if (!is_same_note (note, old))
        continue;
      g_clear_pointer (&note->cited_date, entente_date_unref);
      note->cited_date = old->cited_date ? entente_date_ref (old->cited_date) : NULL;
      break;
    }
  }
}

static void
show_uses (EntenteImportText *self)
{
  const GArray *lines = self->draft->structure->lines;
  g_autofree EntenteLineUse *uses = g_new (EntenteLineUse, lines->len + 1);

  for (guint i = 0; i < lines->len; i++)
    uses[i] = g_array_index (lines, EntenteStructureLine, i).use;
  entente_line_uses_set (self->lines, uses, lines->len);
}

gboolean
entente_import_text_use_lines (EntenteImportText *self, GError **error)
{
  guint n_uses;
  g_autofree EntenteLineUse *uses = entente_line_uses_dup (self->lines, &n_uses);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (entente_record_unref);

  entente_import_text_store (self);
  for (guint i = 0; i < MIN (self->draft->footnotes->len, NOTES_SHOWN); i++)
    g_ptr_array_add (before, entente_record_ref (self->draft->footnotes->pdata[i]));
  if (!entente_article_draft_use_lines (self->draft, uses, n_uses, error)) {
    show_uses (self);
    return FALSE;
  }
  keep_dates (before, self->draft->footnotes);
  show_text (self);
  return TRUE;
}

/* ---- class ---- */

static void
entente_import_text_finalize (GObject *object)
{
  g_ptr_array_unref (ENTENTE_IMPORT_TEXT (object)->note_fields);

  G_OBJECT_CLASS (entente_import_text_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name,
                       ENTENTE_TYPE_IMPORT_TEXT,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       0);
}

static void
entente_import_text_class_init (EntenteImportTextClass *class)
{
  G_OBJECT_CLASS (class)->finalize = entente_import_text_finalize;
  signals[CHANGED] = add_signal ("changed");
  signals[LINES_CHANGED] = add_signal ("lines-changed");
}

static void
entente_import_text_init (EntenteImportText *self)
{
  self->note_fields = g_ptr_array_new ();
  self->preview = entente_form_grid_new ();
  self->notes = entente_form_grid_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_append (GTK_BOX (self), self->preview);
}

GtkWidget *
entente_import_text_new (EntenteArticleDraft *draft)
{
  EntenteImportText *self = g_object_new (ENTENTE_TYPE_IMPORT_TEXT, NULL);

  self->draft = draft;
  if (draft->text)
    add_lines (self);
  gtk_box_append (GTK_BOX (self), self->notes);
  show_text (self);
  return GTK_WIDGET (self);
}

const char *
entente_import_text_get_error (EntenteImportText *self)
{
  const char *error = NULL;

  for (guint i = 0; !error && i < self->note_fields->len; i++)
    error = entente_date_field_get_error (self->note_fields->pdata[i]);
  return error;
}

void
entente_import_text_store (EntenteImportText *self)
{
  for (guint i = 0; i < self->note_fields->len; i++) {
    EntenteFootnote *note = self->draft->footnotes->pdata[i];

    g_clear_pointer (&note->cited_date, entente_date_unref);
    note->cited_date = entente_date_field_dup_date (self->note_fields->pdata[i]);
  }
}
