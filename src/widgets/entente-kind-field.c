/* Buttons for the likely kinds, of which at most one is pressed, and a menu of all kinds; a kind
 * chosen there gets a button of its own. Keys 1 to 9 press the buttons. Main thread.
 */
#include "config.h"

#include "entente-enum-choice.h"
#include "entente-glyph-icon.h"
#include "entente-kind-field.h"
#include "entente-kind-popover.h"
#include "entente-wrap-layout.h"
#include <glib/gi18n.h>
#include <stdlib.h>

#define MAX_LIKELY 9
#define N_SHOWN 4
#define SPACING_PX 6

struct _EntenteKindField {
  GtkWidget parent_instance;

  GPtrArray *likely; /* const EntenteKind */
  const EntenteKind *kind;
  gboolean is_updating;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (EntenteKindField, entente_kind_field, GTK_TYPE_WIDGET)

enum { CHANGED, ACCEPTED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- which kinds ---- */

static void
add_likely (EntenteKindField *self, const EntenteKind *kind)
{
  if (kind && self->likely->len < MAX_LIKELY && !g_ptr_array_find (self->likely, kind, NULL))
    g_ptr_array_add (self->likely, (gpointer) kind);
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *counts = data;
  guint one = *(const guint *) a, other = *(const guint *) b;

  if (counts[one] != counts[other])
    return counts[one] > counts[other] ? -1 : 1;
  return one < other ? -1 : one > other;
}

/* The kinds that the study has most of, then those that open a negotiation. */
static void
add_frequent (EntenteKindField *self, const EntenteFacets *facets)
{
  guint n = entente_kind_count ();
  g_autofree guint *counts = g_new0 (guint, n);
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; facets && i < n; i++)
    counts[i] = entente_facets_get_total_count (facets, ENTENTE_FACET_KIND, i);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_counts, counts);
  for (guint i = 0; i < n; i++)
    add_likely (self, entente_kind_get (order[i]));
}

/* ---- buttons ---- */

static void update_buttons (EntenteKindField *self);

static void
set_kind (EntenteKindField *self, const EntenteKind *kind)
{
  if (self->kind == kind)
    return;
  self->kind = kind;
  update_buttons (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (GtkToggleButton *button, EntenteKindField *self)
{
  if (self->is_updating)
    return;
  if (gtk_toggle_button_get_active (button))
    set_kind (self, g_object_get_data (G_OBJECT (button), "kind"));
  else
    gtk_toggle_button_set_active (button, TRUE);
}

static void
chosen_cb (EntenteKindPopover *popover, const char *id, EntenteKindField *self)
{
  set_kind (self, entente_kind_find (id));
}

static GtkWidget *
create_content (const EntenteKind *kind, guint number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *icon = entente_glyph_icon_new ();
  g_autofree char *digit = g_strdup_printf ("%u", number);
  g_autofree char *name = entente_enum_choice_capitalize (entente_kind_get_label (kind));
  GtkWidget *label = gtk_label_new (digit);

  gtk_widget_add_css_class (label, "kind-number");
  if (number > 0)
    gtk_box_append (GTK_BOX (box), label);
  else
    g_object_unref (g_object_ref_sink (label));
  entente_glyph_icon_set_glyph (
    ENTENTE_GLYPH_ICON (icon),
    entente_glyph_for (kind, ENTENTE_EVIDENCE_SINGLE, ENTENTE_MODE_FACTUAL));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  return box;
}

/* @number 0: chosen from all kinds. */
static void
add_button (EntenteKindField *self, const EntenteKind *kind, guint number)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), create_content (kind, number));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), kind == self->kind);
  gtk_widget_set_tooltip_text (button, entente_kind_get_definition (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entente_kind_get_label (kind),
                                  -1);
  gtk_widget_add_css_class (button, "kind-choice");
  g_object_set_data (G_OBJECT (button), "kind", (gpointer) kind);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
add_menu (EntenteKindField *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = entente_kind_popover_new ();

  g_signal_connect (popover, "kind-chosen", G_CALLBACK (chosen_cb), self);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("All kinds"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
mark_active (EntenteKindField *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                    g_object_get_data (G_OBJECT (child), "kind") == self->kind);
}

static gboolean
has_button (EntenteKindField *self, const EntenteKind *kind)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child;
       child = gtk_widget_get_next_sibling (child))
    if (kind && g_object_get_data (G_OBJECT (child), "kind") == kind)
      return TRUE;
  return FALSE;
}

static void
rebuild_buttons (EntenteKindField *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < MIN (self->likely->len, N_SHOWN); i++)
    add_button (self, self->likely->pdata[i], i + 1);
  if (self->kind && !has_button (self, self->kind))
    add_button (self, self->kind, 0);
  add_menu (self);
}

/* Buttons that are there stay, so that the keyboard stays on them. */
static void
update_buttons (EntenteKindField *self)
{
  self->is_updating = TRUE;
  if (!gtk_widget_get_first_child (self->box) || (self->kind && !has_button (self, self->kind)))
    rebuild_buttons (self);
  mark_active (self);
  self->is_updating = FALSE;
}

/* Enter on the kind that is chosen already accepts the form; on another it chooses. */
static gboolean
accept_if_chosen (EntenteKindField *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!GTK_IS_TOGGLE_BUTTON (focus) || !self->kind ||
      g_object_get_data (G_OBJECT (focus), "kind") != self->kind)
    return FALSE;
  g_signal_emit (self, signals[ACCEPTED], 0);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        EntenteKindField *self)
{
  gboolean is_plain = (state & gtk_accelerator_get_default_mod_mask ()) == 0;

  if (is_plain && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    return accept_if_chosen (self);
  if (key < GDK_KEY_1 || key > GDK_KEY_9 || !is_plain)
    return FALSE;
  return entente_kind_field_choose_number (self, key - GDK_KEY_0);
}

static void
entente_kind_field_dispose (GObject *object)
{
  EntenteKindField *self = ENTENTE_KIND_FIELD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->likely, g_ptr_array_unref);

  G_OBJECT_CLASS (entente_kind_field_parent_class)->dispose (object);
}

/* Else Tab would come to what grab_focus () chooses, and Shift+Tab never leave it. */
static gboolean
entente_kind_field_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (ENTENTE_KIND_FIELD (widget)->box, direction);
}

/* On the kind that is chosen, so that Enter accepts. */
static gboolean
entente_kind_field_grab_focus (GtkWidget *widget)
{
  EntenteKindField *self = ENTENTE_KIND_FIELD (widget);
  GtkWidget *first = gtk_widget_get_first_child (self->box);

  for (GtkWidget *child = first; child && self->kind; child = gtk_widget_get_next_sibling (child))
    if (g_object_get_data (G_OBJECT (child), "kind") == self->kind)
      return gtk_widget_grab_focus (child);
  return first && gtk_widget_grab_focus (first);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name,
                       ENTENTE_TYPE_KIND_FIELD,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       0);
}

static void
entente_kind_field_class_init (EntenteKindFieldClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_kind_field_dispose;
  widget_class->focus = entente_kind_field_focus;
  widget_class->grab_focus = entente_kind_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = add_signal ("changed");
  signals[ACCEPTED] = add_signal ("accepted");
}

static void
entente_kind_field_init (EntenteKindField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->likely = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->box, entente_wrap_layout_new (SPACING_PX));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  /* Before the buttons, which take Enter for themselves. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kind of move"),
                                  -1);
}

GtkWidget *
entente_kind_field_new (void)
{
  return g_object_new (ENTENTE_TYPE_KIND_FIELD, NULL);
}

void
entente_kind_field_set_likely (EntenteKindField *self,
                               const EntenteFacets *facets,
                               const char *const *ids)
{
  g_ptr_array_set_size (self->likely, 0);
  for (guint i = 0; ids && ids[i]; i++)
    add_likely (self, entente_kind_find (ids[i]));
  add_frequent (self, facets);
  self->is_updating = TRUE;
  rebuild_buttons (self);
  self->is_updating = FALSE;
}

const EntenteKind *
entente_kind_field_get_kind (EntenteKindField *self)
{
  return self->kind;
}

void
entente_kind_field_set_kind (EntenteKindField *self, const char *id)
{
  set_kind (self, id ? entente_kind_find (id) : NULL);
}

gboolean
entente_kind_field_choose_number (EntenteKindField *self, guint number)
{
  if (number == 0 || number > self->likely->len)
    return FALSE;
  set_kind (self, self->likely->pdata[number - 1]);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}
