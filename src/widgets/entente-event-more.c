/* A grid of the smaller fields of an event. Main thread; part of the form of events.
 */
#include "config.h"

#include "entente-date-field.h"
#include "entente-enum-choice.h"
#include "entente-event-more.h"
#include "entente-form-text.h"
#include "entente-name-field.h"
#include "entente-own-form.h"
#include "entente-round-field.h"
#include <glib/gi18n.h>

#define ROUND_ROW 5

struct _EntenteEventMore {
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *mode;
  GtkWidget *judgement;
  GtkWidget *reason;
  GtkWidget *place;
  GtkWidget *track;
  GtkWidget *round;
  GtkWidget *medium;
  GtkWidget *issues;
  GtkWidget *planned;
  GtkWidget *summary;
  GtkWidget *pinned;
  GtkWidget *private_;
  GtkWidget *own; /* the user's own fields */
};

G_DEFINE_FINAL_TYPE (EntenteEventMore, entente_event_more, GTK_TYPE_WIDGET)

static void
entente_event_more_dispose (GObject *object)
{
  g_clear_pointer (&ENTENTE_EVENT_MORE (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_event_more_parent_class)->dispose (object);
}

static void
entente_event_more_class_init (EntenteEventMoreClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_event_more_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

/* One row: name at the left, one or two fields at the right. */
static void
add_row (EntenteEventMore *self, int row, const char *name, GtkWidget *field, GtkWidget *second)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "row-note");
  gtk_widget_set_hexpand (field, second == NULL);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), field, 1, row, second ? 1 : 2, 1);
  if (!second)
    return;
  gtk_widget_set_hexpand (second, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), second, 2, row, 1, 1);
}

static void
create_fields (EntenteEventMore *self)
{
  self->judgement = entente_enum_choice_new (ENTENTE_ENUM_JUDGEMENT, _ ("Your judgement"));
  self->reason = entente_form_text_new_entry (_ ("Reason of the judgement"));
  self->mode = entente_enum_choice_new (ENTENTE_ENUM_MODE, _ ("How it is told"));
  self->medium = entente_enum_choice_new (ENTENTE_ENUM_MEDIUM, _ ("Medium"));
  self->place = entente_name_field_new (ENTENTE_ENTITY_PLACE, _ ("Place"));
  self->track = entente_name_field_new (ENTENTE_ENTITY_TRACK, _ ("Track"));
  self->round = entente_round_field_new ();
  self->issues = entente_name_field_new (ENTENTE_ENTITY_ISSUE, _ ("Issues"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->issues), _ ("Between semicolons"));
  self->planned = entente_date_field_new_plain ();
  entente_date_field_set_label (ENTENTE_DATE_FIELD (self->planned), _ ("First planned for"));
  self->summary = entente_form_text_new_entry (_ ("Summary"));
  self->pinned = gtk_check_button_new_with_label (_ ("Pinned"));
  self->private_ = gtk_check_button_new_with_label (_ ("Private"));
  self->own = entente_own_form_new ();
  gtk_widget_set_tooltip_text (self->private_, _ ("Left out of summaries on request"));
}

static void
entente_event_more_init (EntenteEventMore *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  create_fields (self);
  add_row (self, 0, _ ("Judgement"), self->judgement, self->reason);
  add_row (self, 1, _ ("Told"), self->mode, NULL);
  add_row (self, 2, _ ("By"), self->medium, NULL);
  add_row (self, 3, _ ("Place"), entente_name_field_with_note (self->place), NULL);
  add_row (self, 4, _ ("Track"), entente_name_field_with_note (self->track), NULL);
  add_row (self, ROUND_ROW, _ ("Round"), self->round, NULL);
  add_row (self, 6, _ ("Issues"), entente_name_field_with_note (self->issues), NULL);
  add_row (self, 7, _ ("Planned"), self->planned, NULL);
  add_row (self, 8, _ ("Summary"), self->summary, NULL);
  add_row (self, 9, _ ("Marked"), self->pinned, self->private_);
  gtk_grid_attach (GTK_GRID (self->grid), self->own, 0, 10, 3, 1);
}

GtkWidget *
entente_event_more_new (void)
{
  return g_object_new (ENTENTE_TYPE_EVENT_MORE, NULL);
}

void
entente_event_more_show (EntenteEventMore *self,
                         const EntenteChronicle *chronicle,
                         const EntenteEvent *event)
{
  entente_name_field_set_chronicle (self->place, chronicle);
  entente_name_field_set_chronicle (self->track, chronicle);
  entente_name_field_set_chronicle (self->issues, chronicle);
  entente_enum_choice_set (self->judgement, event->judgement);
  entente_form_text_set (self->reason, event->judgement_reason);
  entente_enum_choice_set (self->mode, event->mode);
  entente_enum_choice_set (self->medium, event->medium);
  entente_name_field_set_id (self->place, event->place);
  entente_name_field_set_id (self->track, event->track);
  entente_name_field_set_ids (self->issues, event->issues);
  entente_date_field_set_date (ENTENTE_DATE_FIELD (self->planned), event->planned);
  entente_form_text_set (self->summary, event->summary);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->pinned), event->pinned);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->private_), event->private_);
}

void
entente_event_more_store (EntenteEventMore *self, EntenteEvent *event, GPtrArray *fresh)
{
  event->judgement = entente_enum_choice_get (self->judgement);
  entente_form_text_store (self->reason, &event->judgement_reason);
  event->mode = entente_enum_choice_get (self->mode);
  event->medium = entente_enum_choice_get (self->medium);
  event->place = entente_name_field_get_id (self->place, fresh);
  event->track = entente_name_field_get_id (self->track, fresh);
  g_clear_pointer (&event->issues, g_array_unref);
  event->issues = entente_name_field_dup_ids (self->issues, fresh);
  g_clear_pointer (&event->planned, entente_date_unref);
  event->planned = entente_date_field_dup_date (ENTENTE_DATE_FIELD (self->planned));
  entente_form_text_store (self->summary, &event->summary);
  event->pinned = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->pinned));
  event->private_ = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->private_));
}

const char *
entente_event_more_get_error (EntenteEventMore *self)
{
  const char *error = entente_date_field_get_error (ENTENTE_DATE_FIELD (self->planned));

  return error ? error : entente_own_form_get_error (ENTENTE_OWN_FORM (self->own));
}

void
entente_event_more_show_study (EntenteEventMore *self, EntenteStudy *study, EntenteId event)
{
  gboolean any;

  entente_round_field_show (ENTENTE_ROUND_FIELD (self->round), study, event);
  any = entente_round_field_has_rounds (ENTENTE_ROUND_FIELD (self->round));
  gtk_widget_set_visible (self->round, any);
  gtk_widget_set_visible (gtk_grid_get_child_at (GTK_GRID (self->grid), 0, ROUND_ROW), any);
  entente_own_form_show (ENTENTE_OWN_FORM (self->own), study, event);
  gtk_widget_set_visible (self->own, entente_own_form_has_fields (ENTENTE_OWN_FORM (self->own)));
}

void
entente_event_more_store_study (EntenteEventMore *self, EntenteStep *step, EntenteId event)
{
  entente_round_field_store (ENTENTE_ROUND_FIELD (self->round), step, event);
  entente_own_form_store (ENTENTE_OWN_FORM (self->own), step, event);
}
