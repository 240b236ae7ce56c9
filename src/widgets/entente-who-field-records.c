/* The records that go before the event: actors that are new, what is proposed of them, and other
 * names of known ones. */
#include "config.h"

#include "entente-actor.h"
#include "entente-event.h"
#include "entente-who-field-private.h"
#include <glib/gi18n.h>

/* "Also a name of Russia: “the Kremlin”", checked. */
void
entente_who_field_offer_name (EntenteWhoField *self, const EntenteActor *known, const char *name)
{
  g_autofree char *label = g_strdup_printf (_ ("Also a name of %s: “%s”"), known->name, name);
  GtkWidget *check = gtk_check_button_new_with_label (label);
  EntenteAlias *alias = entente_alias_new ();

  alias->record.id = entente_id_new ();
  alias->actor = known->record.id;
  alias->text = g_strdup (name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_object_set_data_full (G_OBJECT (check), "alias", alias, entente_record_unref);
  gtk_box_append (GTK_BOX (self->names), check);
  g_ptr_array_add (self->learnt, check);
}

static gboolean
is_used (EntenteWhoField *self, EntenteId actor)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((EntenteParticipation *) self->parts->pdata[i])->actor == actor)
      return TRUE;
  return FALSE;
}

/* Of a proposed body whose member takes part. */
static gboolean
is_parent (EntenteWhoField *self, EntenteId actor)
{
  for (guint i = 0; i < self->extras->len; i++) {
    const EntenteAffiliation *one = self->extras->pdata[i];

    if (one->record.entity == ENTENTE_ENTITY_AFFILIATION && one->parent == actor &&
        is_used (self, one->actor))
      return TRUE;
  }
  return FALSE;
}

static EntenteId
get_owner (const EntenteRecord *record)
{
  return record->entity == ENTENTE_ENTITY_ALIAS
           ? ((const EntenteAlias *) (gconstpointer) record)->actor
           : ((const EntenteAffiliation *) (gconstpointer) record)->actor;
}

static void
append_learnt (EntenteWhoField *self, GPtrArray *records)
{
  for (guint i = 0; i < self->learnt->len; i++) {
    GtkCheckButton *check = self->learnt->pdata[i];
    EntenteAlias *alias = g_object_get_data (G_OBJECT (check), "alias");

    if (gtk_check_button_get_active (check) && is_used (self, alias->actor))
      g_ptr_array_add (records, entente_alias_copy (alias));
  }
}

GPtrArray *
entente_who_field_dup_actors (EntenteWhoField *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (entente_record_unref);

  for (guint i = 0; i < self->actors->len; i++) {
    EntenteActor *actor = self->actors->pdata[i];

    if (is_used (self, actor->record.id) || is_parent (self, actor->record.id))
      g_ptr_array_add (records, entente_actor_ref (actor));
  }
  for (guint i = 0; i < self->extras->len; i++)
    if (is_used (self, get_owner (self->extras->pdata[i])))
      g_ptr_array_add (records, entente_record_ref (self->extras->pdata[i]));
  append_learnt (self, records);
  return records;
}

void
entente_who_field_set_proposed (EntenteWhoField *self, const GPtrArray *records)
{
  /* What an earlier proposal would have made goes with it: a name must not find one that has no
   * affiliation. */
  g_ptr_array_set_size (self->actors, 0);
  g_ptr_array_set_size (self->extras, 0);
  for (guint i = 0; i < records->len; i++) {
    EntenteRecord *record = records->pdata[i];

    g_ptr_array_add (record->entity == ENTENTE_ENTITY_ACTOR ? self->actors : self->extras,
                     entente_record_ref (record));
  }
}
