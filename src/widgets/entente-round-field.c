/* A drop-down of the titles of rounds, in the order of time. Titles that are not read yet follow.
 * Main thread.
 */
#include "config.h"

#include "entente-commands-context.h"
#include "entente-round-field.h"
#include "entente-rounds.h"
#include <glib/gi18n.h>

struct _EntenteRoundField {
  GtkWidget parent_instance;

  GtkWidget *choice;
  EntenteStudy *study; /* or NULL */
  GArray *rounds; /* EntenteId, by position in the list but for the first */
  EntenteId before; /* of the event that is shown, or none */
};

G_DEFINE_FINAL_TYPE (EntenteRoundField, entente_round_field, GTK_TYPE_WIDGET)

static void
forget_study (EntenteRoundField *self)
{
  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_clear_object (&self->study);
}

static void
entente_round_field_dispose (GObject *object)
{
  EntenteRoundField *self = ENTENTE_ROUND_FIELD (object);

  forget_study (self);
  g_clear_pointer (&self->choice, gtk_widget_unparent);
  g_clear_pointer (&self->rounds, g_array_unref);

  G_OBJECT_CLASS (entente_round_field_parent_class)->dispose (object);
}

static void
entente_round_field_class_init (EntenteRoundFieldClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_round_field_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
entente_round_field_init (EntenteRoundField *self)
{
  self->rounds = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  self->choice = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Round"),
                                  -1);
  gtk_widget_set_parent (self->choice, GTK_WIDGET (self));
}

GtkWidget *
entente_round_field_new (void)
{
  return g_object_new (ENTENTE_TYPE_ROUND_FIELD, NULL);
}

static EntenteId
get_chosen (EntenteRoundField *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  return at > 0 && at <= self->rounds->len ? g_array_index (self->rounds, EntenteId, at - 1)
                                           : ENTENTE_ID_NONE;
}

static void
choose (EntenteRoundField *self, EntenteId round)
{
  for (guint i = 0; i < self->rounds->len; i++)
    if (g_array_index (self->rounds, EntenteId, i) == round)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), i + 1);
}

/* What is chosen stays. */
static void
show_titles (EntenteRoundField *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  EntenteId chosen = get_chosen (self);

  gtk_string_list_append (names, _ ("No round"));
  for (guint i = 0; i < self->rounds->len; i++) {
    g_autofree char *title =
      entente_study_dup_round_title (self->study, g_array_index (self->rounds, EntenteId, i));

    gtk_string_list_append (names, title != NULL ? title : "?");
  }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choice), G_LIST_MODEL (names));
  choose (self, chosen);
}

static void
list_rounds (EntenteRoundField *self, EntenteId event)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (self->study);
  guint n;
  const guint32 *rows = entente_rounds_get (chronicle, &n);

  g_array_set_size (self->rounds, 0);
  for (guint i = 0; i < n; i++) {
    EntenteId id = entente_chronicle_get_id (chronicle, rows[i]);

    if (id != event)
      g_array_append_val (self->rounds, id);
  }
}

static EntenteId
find_round (EntenteRoundField *self, EntenteId event)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (self->study);
  guint row = entente_chronicle_find_row (chronicle, event);
  g_autoptr (GArray) rounds = row != ENTENTE_NO_INDEX ? entente_rounds_find (chronicle, row) : NULL;

  return rounds != NULL && rounds->len > 0
           ? entente_chronicle_get_id (chronicle, g_array_index (rounds, guint32, 0))
           : ENTENTE_ID_NONE;
}

void
entente_round_field_show (EntenteRoundField *self, EntenteStudy *study, EntenteId event)
{
  forget_study (self);
  self->study = g_object_ref (study);
  g_signal_connect_swapped (study, "titles-read", G_CALLBACK (show_titles), self);
  list_rounds (self, event);
  self->before = event != ENTENTE_ID_NONE ? find_round (self, event) : ENTENTE_ID_NONE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), 0);
  show_titles (self);
  choose (self, self->before);
}

gboolean
entente_round_field_has_rounds (EntenteRoundField *self)
{
  return self->rounds->len > 0;
}

void
entente_round_field_store (EntenteRoundField *self, EntenteStep *step, EntenteId event)
{
  EntenteId chosen = get_chosen (self);

  if (self->study != NULL && chosen != self->before)
    entente_commands_change_round (step,
                                   entente_study_get_chronicle (self->study),
                                   event,
                                   self->before,
                                   chosen);
}
