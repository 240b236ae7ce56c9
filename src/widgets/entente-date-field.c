/* One line to type in; below it a row for each reading (a radio button when there are several), the
 * date drawn, and check boxes for bounds. A date that was set and not touched is given back as it
 * is, letter by letter. Main thread.
 */
#include "config.h"

#include "entente-date-field.h"
#include "entente-date-input.h"
#include "entente-enum-choice.h"
#include "entente-label.h"
#include "entente-wrap-layout.h"
#include <glib/gi18n.h>

#define OPTION_SPACING_PX 6

typedef struct {
  gint64 not_after;
  char *reason;
  GtkWidget *check;
} Bound;

struct _EntenteDateField {
  GtkWidget parent_instance;

  EntenteDate *published;
  EntenteDate *original; /* as set; given back while nothing is touched */
  gboolean is_touched;
  gboolean is_setting;
  gboolean is_plain;
  char *wording; /* of the source, or NULL */
  GArray *guesses; /* EntenteDateGuess, or NULL when what was typed cannot be read */
  guint chosen;
  GError *error;
  GArray *bounds; /* Bound */

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *readings;
  GtkWidget *message;
  GtkWidget *strip;
  GtkWidget *basis;
  GtkWidget *options; /* basis and bounds */
};

G_DEFINE_FINAL_TYPE (EntenteDateField, entente_date_field, GTK_TYPE_WIDGET)

static guint changed_signal;

static const char *
get_text (EntenteDateField *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static const EntenteDateGuess *
get_chosen (EntenteDateField *self)
{
  if (!self->guesses || self->chosen >= self->guesses->len)
    return NULL;
  return &g_array_index (self->guesses, EntenteDateGuess, self->chosen);
}

/* ---- showing ---- */

static void
show_value (EntenteDateField *self)
{
  g_autoptr (EntenteDate) date = entente_date_field_dup_date (self);
  gboolean is_dated = date && entente_date_is_dated (date);

  entente_date_strip_set_date (ENTENTE_DATE_STRIP (self->strip), self->is_plain ? NULL : date);
  gtk_widget_set_visible (self->basis, is_dated);
  gtk_widget_set_visible (self->options, !self->is_plain && (is_dated || self->bounds->len > 0));
  gtk_label_set_text (GTK_LABEL (self->message), self->error ? self->error->message : "");
  gtk_widget_set_visible (self->message, self->error != NULL);
  if (self->error)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
touch (EntenteDateField *self)
{
  if (self->is_setting)
    return;
  self->is_touched = TRUE;
  show_value (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
take_basis (EntenteDateField *self)
{
  const EntenteDateGuess *guess = get_chosen (self);
  gboolean was_setting = self->is_setting;

  self->is_setting = TRUE;
  if (guess)
    entente_enum_choice_set (self->basis, (int) guess->date->basis);
  self->is_setting = was_setting;
}

static void
toggled_cb (GtkCheckButton *button, EntenteDateField *self)
{
  if (!gtk_check_button_get_active (button))
    return;
  self->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "reading"));
  take_basis (self);
  touch (self);
}

static GtkWidget *
create_label (const char *text, const char *class, int width)
{
  GtkWidget *label = entente_label_new_line (text, class);

  gtk_label_set_width_chars (GTK_LABEL (label), width);
  return label;
}

/* "July 2018   2018-07   told as past, article of 31 Oct 2018" */
static GtkWidget *
create_reading (const EntenteDateGuess *guess, gboolean is_open)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *words =
    is_open ? g_strdup (_ ("Leave open")) : entente_date_format (guess->date);

  gtk_box_append (GTK_BOX (box), create_label (words, "reading-words", 14));
  gtk_box_append (GTK_BOX (box), create_label (guess->date->edtf, "reading-edtf", 12));
  gtk_box_append (GTK_BOX (box), create_label (guess->reason, "reading-reason", -1));
  return box;
}

static void
add_choice (EntenteDateField *self, guint index, GtkWidget **first)
{
  const EntenteDateGuess *guess = &g_array_index (self->guesses, EntenteDateGuess, index);
  gboolean is_open = index > 0 && guess->date->form == ENTENTE_DATE_ONE_OF;
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *words = entente_date_format (guess->date);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), create_reading (guess, is_open));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (check), "reading", GUINT_TO_POINTER (index));
  if (*first)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (*first));
  else
    *first = check;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), index == self->chosen);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_add_css_class (check, "reading");
  gtk_box_append (GTK_BOX (self->readings), check);
}

static void
show_readings (EntenteDateField *self)
{
  GtkWidget *child, *first = NULL;
  const EntenteDateGuess *only;

  while ((child = gtk_widget_get_first_child (self->readings)))
    gtk_box_remove (GTK_BOX (self->readings), child);
  if (!self->guesses)
    return;
  if (self->guesses->len > 1) {
    for (guint i = 0; i < self->guesses->len; i++)
      add_choice (self, i, &first);
    return;
  }
  only = &g_array_index (self->guesses, EntenteDateGuess, 0);
  if (entente_date_is_dated (only->date) || only->reason)
    gtk_box_append (GTK_BOX (self->readings), create_reading (only, FALSE));
}

/* ---- reading ---- */

static void
read_text (EntenteDateField *self)
{
  g_clear_pointer (&self->guesses, g_array_unref);
  g_clear_error (&self->error);
  self->chosen = 0;
  self->guesses = entente_date_input_read (get_text (self), self->published, &self->error);
  take_basis (self);
  show_readings (self);
}

static void
entry_changed_cb (EntenteDateField *self)
{
  if (self->is_setting)
    return;
  read_text (self);
  touch (self);
}

static void
show_date (EntenteDateField *self, const EntenteDate *date)
{
  EntenteDateGuess guess = { entente_date_ref (date), NULL };

  g_clear_pointer (&self->guesses, g_array_unref);
  g_clear_error (&self->error);
  self->chosen = 0;
  /* Owned like those that were read. */
  self->guesses = entente_date_input_read ("", NULL, NULL);
  entente_date_unref (g_array_index (self->guesses, EntenteDateGuess, 0).date);
  g_array_index (self->guesses, EntenteDateGuess, 0) = guess;
  take_basis (self);
  show_readings (self);
}

/* ---- proposed ---- */

/* Bounds stay: they hold whichever reading does. */
static EntenteDate *
make_reading (const EntenteDate *date, const char *edtf)
{
  g_autoptr (EntenteDate) bare = entente_date_parse (edtf, NULL);
  g_autoptr (EntenteDate) worded = NULL;
  g_autoptr (EntenteDate) based = NULL;

  if (!bare)
    return NULL;
  worded = entente_date_with_wording (bare, date->wording);
  based = entente_date_with_basis (worded, date->basis);
  return entente_date_with_bounds (based, date->not_before, date->not_after, date->bound_reason);
}

static void
add_guess (GArray *guesses, EntenteDate *date, const char *reason)
{
  EntenteDateGuess guess = { date, g_strdup (reason) };

  g_array_append_val (guesses, guess);
}

/* "[2017-07,2018-07]": one of the readings, which are kept. */
static EntenteDate *
make_open (const EntenteDate *date)
{
  g_autoptr (GString) edtf = g_string_new ("[");
  g_autoptr (EntenteDate) open = NULL;

  for (guint i = date->readings->len; i > 0; i--)
    g_string_append_printf (edtf,
                            "%s%s",
                            ((EntenteReading *) date->readings->pdata[i - 1])->edtf,
                            i > 1 ? "," : "]");
  open = make_reading (date, edtf->str);
  for (guint i = 0; open && i < date->readings->len; i++) {
    const EntenteReading *reading = date->readings->pdata[i];
    EntenteDate *more =
      entente_date_with_reading (open, reading->edtf, reading->reason, reading->rank);

    entente_date_unref (open);
    open = more;
  }
  return g_steal_pointer (&open);
}

static void
offer_readings (EntenteDateField *self, const EntenteDate *date)
{
  g_autoptr (GArray) guesses = g_array_ref (self->guesses);
  EntenteDate *open = make_open (date);

  g_array_set_size (guesses, 0);
  for (guint i = 0; i < date->readings->len; i++) {
    const EntenteReading *reading = date->readings->pdata[i];
    EntenteDate *one = make_reading (date, reading->edtf);

    if (one)
      add_guess (guesses, one, reading->reason);
  }
  if (open)
    add_guess (guesses, open, _ ("left open, drawn as two windows"));
  self->chosen = date->form == ENTENTE_DATE_ONE_OF && open ? guesses->len - 1 : 0;
  show_readings (self);
}

/* Also where only a bound is known. */
static void
explain_only (EntenteDateField *self, const char *reason)
{
  EntenteDateGuess *only = &g_array_index (self->guesses, EntenteDateGuess, 0);

  g_free (only->reason);
  only->reason = g_strdup (reason);
  show_readings (self);
}

void
entente_date_field_propose_date (EntenteDateField *self,
                                 const EntenteDate *date,
                                 const char *reason)
{
  gboolean is_one = !date->readings || date->readings->len < 2;

  entente_date_field_set_date (self, date);
  if (is_one) {
    explain_only (self, reason);
    return;
  }
  self->is_setting = TRUE;
  offer_readings (self, date);
  self->is_setting = FALSE;
  show_value (self);
}

/* ---- class ---- */

static void
clear_bound (gpointer data)
{
  g_free (((Bound *) data)->reason);
}

static void
entente_date_field_dispose (GObject *object)
{
  EntenteDateField *self = ENTENTE_DATE_FIELD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->published, entente_date_unref);
  g_clear_pointer (&self->original, entente_date_unref);
  g_clear_pointer (&self->guesses, g_array_unref);
  g_clear_pointer (&self->bounds, g_array_unref);
  g_clear_pointer (&self->wording, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (entente_date_field_parent_class)->dispose (object);
}

/* Else Tab would come to what grab_focus () chooses, and Shift+Tab never leave it. */
static gboolean
entente_date_field_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (ENTENTE_DATE_FIELD (widget)->box, direction);
}

static gboolean
entente_date_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ENTENTE_DATE_FIELD (widget)->entry);
}

static void
entente_date_field_class_init (EntenteDateFieldClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_date_field_dispose;
  widget_class->focus = entente_date_field_focus;
  widget_class->grab_focus = entente_date_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  changed_signal = g_signal_new ("changed",
                                 ENTENTE_TYPE_DATE_FIELD,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
}

static void
add_options (EntenteDateField *self)
{
  self->options = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->options, entente_wrap_layout_new (OPTION_SPACING_PX));
  self->basis = entente_enum_choice_new (ENTENTE_ENUM_BASIS, _ ("Where the date comes from"));
  gtk_widget_add_css_class (self->basis, "small-choice");
  g_signal_connect_swapped (self->basis, "notify::selected", G_CALLBACK (touch), self);
  gtk_box_append (GTK_BOX (self->options), self->basis);
  gtk_box_append (GTK_BOX (self->box), self->options);
}

static void
entente_date_field_init (EntenteDateField *self)
{
  self->bounds = g_array_new (FALSE, FALSE, sizeof (Bound));
  g_array_set_clear_func (self->bounds, clear_bound);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->entry = gtk_entry_new ();
  self->readings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->message = create_label (NULL, "field-error", -1);
  self->strip = entente_date_strip_new ();
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (self->message), PANGO_ELLIPSIZE_NONE);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  _ ("22 August 2018, by August, last July, 2018-08"));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_box_append (GTK_BOX (self->box), self->readings);
  gtk_box_append (GTK_BOX (self->box), self->strip);
  add_options (self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  entente_date_field_set_label (self, _ ("Date"));
  entente_date_field_set_date (self, NULL);
}

GtkWidget *
entente_date_field_new (void)
{
  return g_object_new (ENTENTE_TYPE_DATE_FIELD, NULL);
}

GtkWidget *
entente_date_field_new_plain (void)
{
  EntenteDateField *self = g_object_new (ENTENTE_TYPE_DATE_FIELD, NULL);

  self->is_plain = TRUE;
  show_value (self);
  return GTK_WIDGET (self);
}

void
entente_date_field_set_label (EntenteDateField *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

void
entente_date_field_set_placeholder (EntenteDateField *self, const char *text)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), text);
}

void
entente_date_field_set_published (EntenteDateField *self, const EntenteDate *published)
{
  g_clear_pointer (&self->published, entente_date_unref);
  self->published = published ? entente_date_ref (published) : NULL;
}

void
entente_date_field_add_bound (EntenteDateField *self, gint64 not_after, const char *reason)
{
  Bound bound = { .not_after = not_after, .reason = g_strdup (reason) };
  g_autofree char *label = g_strdup_printf (_ ("Not after: %s"), reason);
  g_autoptr (EntenteDate) date = entente_date_field_dup_date (self);

  bound.check = gtk_check_button_new_with_label (label);
  /* It may hold already: bounds come when the article is read, after the date was set. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (bound.check),
                               date && date->not_after == not_after);
  g_signal_connect_swapped (bound.check, "toggled", G_CALLBACK (touch), self);
  g_array_append_val (self->bounds, bound);
  gtk_box_append (GTK_BOX (self->options), bound.check);
  show_value (self);
}

static void
check_bound (EntenteDateField *self, const EntenteDate *date)
{
  for (guint i = 0; i < self->bounds->len; i++) {
    const Bound *bound = &g_array_index (self->bounds, Bound, i);

    gtk_check_button_set_active (GTK_CHECK_BUTTON (bound->check),
                                 date && date->not_after == bound->not_after);
  }
}

void
entente_date_field_set_date (EntenteDateField *self, const EntenteDate *date)
{
  g_autoptr (EntenteDate) shown = date ? entente_date_ref (date) : entente_date_new_undated ();

  g_clear_pointer (&self->original, entente_date_unref);
  self->original = date ? entente_date_ref (date) : NULL;
  self->is_touched = FALSE;
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), shown->edtf);
  entente_date_field_set_wording (self, shown->wording);
  show_date (self, shown);
  check_bound (self, date);
  self->is_setting = FALSE;
  show_value (self);
}

void
entente_date_field_set_text (EntenteDateField *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text ? text : "");
}

void
entente_date_field_set_wording (EntenteDateField *self, const char *wording)
{
  if (self->wording == wording)
    return;
  g_free (self->wording);
  self->wording = g_strdup (wording);
}

/* The tightest bound that is checked, or NULL. */
static const Bound *
find_tightest (EntenteDateField *self)
{
  const Bound *tightest = NULL;

  for (guint i = 0; i < self->bounds->len; i++) {
    const Bound *bound = &g_array_index (self->bounds, Bound, i);

    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (bound->check)) &&
        (!tightest || bound->not_after < tightest->not_after))
      tightest = bound;
  }
  return tightest;
}

/* Is there a box for this bound, which decides whether it holds? */
static gboolean
is_offered (EntenteDateField *self, gint64 not_after)
{
  for (guint i = 0; i < self->bounds->len; i++)
    if (g_array_index (self->bounds, Bound, i).not_after == not_after)
      return TRUE;
  return FALSE;
}

/* Takes @date and puts the tightest bound on it that is checked; one of its own that no box offers
 * holds too. What it is not before is nobody's to decide here. */
static EntenteDate *
apply_bounds (EntenteDateField *self, EntenteDate *date)
{
  const Bound *tightest = find_tightest (self);
  gint64 not_after = is_offered (self, date->not_after) ? ENTENTE_TIME_MAX : date->not_after;
  const char *reason = date->bound_reason;
  EntenteDate *bounded;

  if (tightest && tightest->not_after < not_after) {
    not_after = tightest->not_after;
    reason = tightest->reason;
  }
  if (not_after == date->not_after)
    return date;
  if (not_after == ENTENTE_TIME_MAX && date->not_before == ENTENTE_TIME_MIN)
    reason = NULL;
  bounded = entente_date_with_bounds (date, date->not_before, not_after, reason);
  entente_date_unref (date);
  return bounded;
}

EntenteDate *
entente_date_field_dup_date (EntenteDateField *self)
{
  const EntenteDateGuess *guess = get_chosen (self);
  g_autoptr (EntenteDate) worded = NULL;
  EntenteDate *date;

  if (!self->is_touched)
    return self->original ? entente_date_ref (self->original) : NULL;
  if (!guess)
    return NULL;
  worded = self->wording ? entente_date_with_wording (guess->date, self->wording)
                         : entente_date_ref (guess->date);
  date = entente_date_with_basis (worded, (EntenteBasis) entente_enum_choice_get (self->basis));
  date = apply_bounds (self, date);
  if (!entente_date_is_dated (date) && !entente_date_is_bounded (date) && !date->wording)
    g_clear_pointer (&date, entente_date_unref);
  return date;
}

const char *
entente_date_field_get_error (EntenteDateField *self)
{
  return self->error ? self->error->message : NULL;
}

EntenteDateStrip *
entente_date_field_get_strip (EntenteDateField *self)
{
  return ENTENTE_DATE_STRIP (self->strip);
}
