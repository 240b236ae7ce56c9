/* A list of lines, each with the word for what it is before it; below, a button for each choice.
 * Lines are chosen as in any list, so several at once by Shift and the arrows. Main thread.
 */
#include "config.h"

#include "entente-label.h"
#include "entente-line-uses.h"
#include <glib/gi18n.h>

#define HEIGHT_PX 170
#define USE_CHARS 9
#define LINE_BYTES 300 /* more of a line does not show */

/* ---- one line ---- */

#define ENTENTE_TYPE_USED_LINE (entente_used_line_get_type ())
G_DECLARE_FINAL_TYPE (EntenteUsedLine, entente_used_line, ENTENTE, USED_LINE, GObject)

struct _EntenteUsedLine {
  GObject parent_instance;

  char *words;
  EntenteLineUse use;
};

G_DEFINE_FINAL_TYPE (EntenteUsedLine, entente_used_line, G_TYPE_OBJECT)

enum { PROP_0, PROP_USE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
entente_used_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_USE)
    g_value_set_uint (value, ENTENTE_USED_LINE (object)->use);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
entente_used_line_finalize (GObject *object)
{
  g_free (ENTENTE_USED_LINE (object)->words);

  G_OBJECT_CLASS (entente_used_line_parent_class)->finalize (object);
}

static void
entente_used_line_class_init (EntenteUsedLineClass *class)
{
  G_OBJECT_CLASS (class)->get_property = entente_used_line_get_property;
  G_OBJECT_CLASS (class)->finalize = entente_used_line_finalize;
  props[PROP_USE] = g_param_spec_uint ("use",
                                       NULL,
                                       NULL,
                                       0,
                                       ENTENTE_N_LINE_USES - 1,
                                       0,
                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, props);
}

static void
entente_used_line_init (EntenteUsedLine *self)
{
}

static void
set_use (EntenteUsedLine *self, EntenteLineUse use)
{
  if (self->use == use)
    return;
  self->use = use;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_USE]);
}

/* ---- the list ---- */

struct _EntenteLineUses {
  GtkBox parent_instance;

  GListStore *lines; /* EntenteUsedLine */
  GtkSelectionModel *selection;
};

G_DEFINE_FINAL_TYPE (EntenteLineUses, entente_line_uses, GTK_TYPE_BOX)

static guint changed_signal;

static const char *
get_word (EntenteLineUse use)
{
  static const char *const words[ENTENTE_N_LINE_USES] = {
    [ENTENTE_LINE_IS_TITLE] = N_ ("Title"),    [ENTENTE_LINE_IS_AUTHOR] = N_ ("Byline"),
    [ENTENTE_LINE_IS_PUBLISHED] = N_ ("Date"), [ENTENTE_LINE_IS_PUBLICATION] = N_ ("Outlet"),
    [ENTENTE_LINE_IS_URL] = N_ ("Address"),    [ENTENTE_LINE_IS_BODY] = N_ ("Text"),
    [ENTENTE_LINE_IS_NOTE] = N_ ("Note"),      [ENTENTE_LINE_IS_LEFT_OUT] = N_ ("Left out"),
  };

  return _ (words[use]);
}

static EntenteUsedLine *
get_line (EntenteLineUses *self, guint position)
{
  g_autoptr (EntenteUsedLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  return line; /* the list holds it */
}

static guint
get_n_lines (EntenteLineUses *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

/* ---- rows ---- */

static void
show_use (GtkListItem *item)
{
  EntenteUsedLine *line = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *use = gtk_widget_get_first_child (box);
  GtkWidget *words = gtk_widget_get_last_child (box);
  g_autofree char *said = g_strdup_printf ("%s: %s", get_word (line->use), line->words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said,
                                  -1);
  gtk_label_set_text (GTK_LABEL (use), get_word (line->use));
  gtk_label_set_text (GTK_LABEL (words), line->words);
  if (line->use == ENTENTE_LINE_IS_LEFT_OUT)
    gtk_widget_add_css_class (words, "dim-label");
  else
    gtk_widget_remove_css_class (words, "dim-label");
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *use = gtk_label_new (NULL);
  GtkWidget *words = entente_label_new_line (NULL, NULL);

  gtk_label_set_width_chars (GTK_LABEL (use), USE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (use), 0);
  gtk_widget_add_css_class (use, "row-note");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), use);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item),
                            "notify::use",
                            G_CALLBACK (show_use),
                            item);
  show_use (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
}

/* ---- saying what lines are ---- */

static void
use_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteLineUses *self = ENTENTE_LINE_USES (widget);
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  EntenteLineUse use = (EntenteLineUse) g_variant_get_int32 (parameter);
  gboolean differs = FALSE;

  for (guint64 i = 0; i < gtk_bitset_get_size (chosen); i++) {
    EntenteUsedLine *line = get_line (self, gtk_bitset_get_nth (chosen, (guint) i));

    differs |= line->use != use;
    set_use (line, use);
  }
  if (differs)
    g_signal_emit (self, changed_signal, 0);
}

static const struct {
  EntenteLineUse use;
  guint key;
} choices[] = {
  { ENTENTE_LINE_IS_TITLE, GDK_KEY_t },         { ENTENTE_LINE_IS_AUTHOR, GDK_KEY_y },
  { ENTENTE_LINE_IS_BODY, GDK_KEY_b },          { ENTENTE_LINE_IS_NOTE, GDK_KEY_n },
  { ENTENTE_LINE_IS_LEFT_OUT, GDK_KEY_Delete },
};

static GtkWidget *
create_choices (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    g_autofree char *key = gtk_accelerator_get_label (choices[i].key, 0);
    const char *word =
      choices[i].use == ENTENTE_LINE_IS_LEFT_OUT ? _ ("Leave out") : get_word (choices[i].use);
    g_autofree char *label = g_strdup_printf ("%s (%s)", word, key);
    GtkWidget *button = gtk_button_new_with_label (label);

    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "lines.use");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) choices[i].use);
    gtk_widget_add_css_class (button, "small-button");
    gtk_box_append (GTK_BOX (box), button);
  }
  return box;
}

/* ---- class ---- */

static void
entente_line_uses_dispose (GObject *object)
{
  EntenteLineUses *self = ENTENTE_LINE_USES (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (entente_line_uses_parent_class)->dispose (object);
}

static void
entente_line_uses_class_init (EntenteLineUsesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_line_uses_dispose;
  gtk_widget_class_install_action (widget_class, "lines.use", "i", use_action);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_widget_class_add_binding_action (widget_class,
                                         choices[i].key,
                                         0,
                                         "lines.use",
                                         "i",
                                         (int) choices[i].use);
  changed_signal = g_signal_new ("changed",
                                 ENTENTE_TYPE_LINE_USES,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
}

static GtkWidget *
create_list (EntenteLineUses *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new (), *view;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view = gtk_list_view_new (g_object_ref (self->selection), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lines of the source"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT_PX);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  return scroller;
}

static void
entente_line_uses_init (EntenteLineUses *self)
{
  self->lines = g_list_store_new (ENTENTE_TYPE_USED_LINE);
  self->selection =
    GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->lines))));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), create_list (self));
  gtk_box_append (GTK_BOX (self), create_choices ());
}

/* Its beginning, cut between two characters. */
static char *
dup_words (const char *text, const EntenteStructureLine *line)
{
  gsize end = MIN (line->end, line->start + LINE_BYTES);

  while (end < line->end && end > line->start && ((guchar) text[end] & 0xC0) == 0x80)
    end--;
  return g_strndup (text + line->start, end - line->start);
}

GtkWidget *
entente_line_uses_new (const char *text, const EntenteStructure *structure)
{
  EntenteLineUses *self = g_object_new (ENTENTE_TYPE_LINE_USES, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < structure->lines->len; i++) {
    const EntenteStructureLine *read = &g_array_index (structure->lines, EntenteStructureLine, i);
    EntenteUsedLine *line = g_object_new (ENTENTE_TYPE_USED_LINE, NULL);

    line->words = dup_words (text, read);
    line->use = read->use;
    g_ptr_array_add (lines, line);
  }
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
  return GTK_WIDGET (self);
}

EntenteLineUse *
entente_line_uses_dup (EntenteLineUses *self, guint *n_uses)
{
  EntenteLineUse *uses = g_new (EntenteLineUse, get_n_lines (self) + 1);

  *n_uses = get_n_lines (self);
  for (guint i = 0; i < *n_uses; i++)
    uses[i] = get_line (self, i)->use;
  return uses;
}

void
entente_line_uses_set (EntenteLineUses *self, const EntenteLineUse *uses, guint n_uses)
{
  for (guint i = 0; i < MIN (n_uses, get_n_lines (self)); i++)
    set_use (get_line (self, i), uses[i]);
}
