/* Fields of a claim as a group. Speaker and outlet are entries that find actors; what is typed
 * there and is no actor is kept as words ("a senior official", "press reports"). Main thread.
 */
#include "config.h"

#include "entente-actor-entry.h"
#include "entente-claim-fields.h"
#include "entente-date-field.h"
#include "entente-enum-choice.h"
#include "entente-event.h"
#include "entente-form-text.h"
#include "entente-long-text.h"
#include "entente-name-field.h"
#include <glib/gi18n.h>

#define CAPTION_CHARS 8

struct _EntenteClaimFields {
  GtkWidget parent_instance;

  GtkWidget *stance;
  GtkWidget *hedge;
  GtkWidget *naming;
  GtkWidget *claimed_when;
  GtkWidget *claimed_who, *claimed_to, *claimed_place;

  GtkWidget *box;
  GtkWidget *how;
  EntenteActorEntry *speaker;
  EntenteActorEntry *outlet;
  GtkWidget *claimed;
  GtkWidget *claimed_text;
  GtkWidget *note_row;
  GtkWidget *note; /* a long text */
};

G_DEFINE_FINAL_TYPE (EntenteClaimFields, entente_claim_fields, GTK_TYPE_WIDGET)

static void
entente_claim_fields_dispose (GObject *object)
{
  EntenteClaimFields *self = ENTENTE_CLAIM_FIELDS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_claim_fields_parent_class)->dispose (object);
}

static void
entente_claim_fields_class_init (EntenteClaimFieldsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (ENTENTE_TYPE_ACTOR_ENTRY);
  G_OBJECT_CLASS (class)->dispose = entente_claim_fields_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-claim-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteClaimFields, box);
  gtk_widget_class_bind_template_child (widget_class, EntenteClaimFields, how);
  gtk_widget_class_bind_template_child (widget_class, EntenteClaimFields, speaker);
  gtk_widget_class_bind_template_child (widget_class, EntenteClaimFields, outlet);
  gtk_widget_class_bind_template_child (widget_class, EntenteClaimFields, claimed);
  gtk_widget_class_bind_template_child (widget_class, EntenteClaimFields, claimed_text);
  gtk_widget_class_bind_template_child (widget_class, EntenteClaimFields, note_row);
}

/* What is chosen, such as "None", does not say of what. */
static void
append_labelled (EntenteClaimFields *self, GtkWidget *choice, const char *text)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (column), label);
  gtk_box_append (GTK_BOX (column), choice);
  gtk_box_append (GTK_BOX (self->how), column);
}

/* @caption stays when the placeholder has gone. */
static GtkWidget *
append_names (EntenteClaimFields *self,
              EntenteEntity entity,
              const char *caption,
              const char *placeholder)
{
  GtkWidget *field = entente_name_field_new (entity, placeholder);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (caption);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), CAPTION_CHARS);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_entry_set_placeholder_text (GTK_ENTRY (field), placeholder);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), entente_name_field_with_note (field));
  gtk_box_append (GTK_BOX (self->claimed), row);
  return field;
}

static void
append_claimed (EntenteClaimFields *self)
{
  self->claimed_when = entente_date_field_new_plain ();
  entente_date_field_set_label (ENTENTE_DATE_FIELD (self->claimed_when), _ ("Its own date"));
  gtk_box_append (GTK_BOX (self->claimed), self->claimed_when);
  self->claimed_who = append_names (self,
                                    ENTENTE_ENTITY_ACTOR,
                                    _ ("Who"),
                                    _ ("Who acted, as it says; several between semicolons"));
  self->claimed_to = append_names (self,
                                   ENTENTE_ENTITY_ACTOR,
                                   _ ("To whom"),
                                   _ ("To whom, as it says; several between semicolons"));
  self->claimed_place =
    append_names (self, ENTENTE_ENTITY_PLACE, _ ("Where"), _ ("Where it was, as it says"));
}

static void
entente_claim_fields_init (EntenteClaimFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->stance = entente_enum_choice_new (ENTENTE_ENUM_STANCE, _ ("What the voice does"));
  self->hedge = entente_enum_choice_new (ENTENTE_ENUM_HEDGE, _ ("Hedge in the text"));
  self->naming = entente_enum_choice_new (ENTENTE_ENUM_NAMING, _ ("How the speaker is named"));
  append_labelled (self, self->stance, _ ("Stance"));
  append_labelled (self, self->hedge, _ ("Hedge"));
  append_labelled (self, self->naming, _ ("Naming"));
  append_claimed (self);
  self->note = entente_long_text_new (_ ("Note on the claim"));
  gtk_widget_set_hexpand (self->note, TRUE);
  gtk_box_append (GTK_BOX (self->note_row), self->note);
  entente_actor_entry_set_keeps (self->speaker, TRUE);
  entente_actor_entry_set_placeholder (self->speaker, _ ("An actor, or “a senior official”"));
  entente_actor_entry_set_label (self->speaker, _ ("Speaker"));
  entente_actor_entry_set_keeps (self->outlet, TRUE);
  entente_actor_entry_set_placeholder (self->outlet, _ ("When it is not that of the article"));
  entente_actor_entry_set_label (self->outlet, _ ("Outlet"));
}

GtkWidget *
entente_claim_fields_new (gboolean with_claimed)
{
  EntenteClaimFields *self = g_object_new (ENTENTE_TYPE_CLAIM_FIELDS, NULL);

  gtk_widget_set_visible (self->claimed, with_claimed);
  return GTK_WIDGET (self);
}

void
entente_claim_fields_set_chronicle (EntenteClaimFields *self, const EntenteChronicle *chronicle)
{
  entente_actor_entry_set_chronicle (self->speaker, chronicle);
  entente_actor_entry_set_chronicle (self->outlet, chronicle);
  entente_name_field_set_chronicle (self->claimed_who, chronicle);
  entente_name_field_set_chronicle (self->claimed_to, chronicle);
  entente_name_field_set_chronicle (self->claimed_place, chronicle);
}

void
entente_claim_fields_set_published (EntenteClaimFields *self, const EntenteDate *published)
{
  entente_date_field_set_published (ENTENTE_DATE_FIELD (self->claimed_when), published);
}

void
entente_claim_fields_show (EntenteClaimFields *self, const EntenteClaim *claim)
{
  entente_enum_choice_set (self->stance, claim->stance);
  entente_enum_choice_set (self->hedge, claim->hedge);
  entente_enum_choice_set (self->naming, claim->naming);
  entente_actor_entry_set_actor (self->speaker, claim->speaker, claim->speaker_class);
  entente_actor_entry_set_actor (self->outlet, claim->outlet, claim->outlet_name);
  entente_date_field_set_date (ENTENTE_DATE_FIELD (self->claimed_when), claim->claimed_when);
  entente_name_field_set_ids (self->claimed_who, claim->claimed_who);
  entente_name_field_set_ids (self->claimed_to, claim->claimed_to);
  entente_name_field_set_id (self->claimed_place, claim->claimed_place);
  entente_form_text_set (self->claimed_text, claim->claimed_text);
  entente_long_text_set (self->note, claim->note);
}

static void
store_ids (GtkWidget *field, GArray **ids, GPtrArray *fresh)
{
  g_clear_pointer (ids, g_array_unref);
  *ids = entente_name_field_dup_ids (field, fresh);
}

void
entente_claim_fields_store (EntenteClaimFields *self, EntenteClaim *claim, GPtrArray *fresh)
{
  claim->stance = entente_enum_choice_get (self->stance);
  claim->hedge = entente_enum_choice_get (self->hedge);
  claim->naming = entente_enum_choice_get (self->naming);
  entente_actor_entry_store (self->speaker, &claim->speaker, &claim->speaker_class);
  entente_actor_entry_store (self->outlet, &claim->outlet, &claim->outlet_name);
  g_clear_pointer (&claim->claimed_when, entente_date_unref);
  claim->claimed_when = entente_date_field_dup_date (ENTENTE_DATE_FIELD (self->claimed_when));
  store_ids (self->claimed_who, &claim->claimed_who, fresh);
  store_ids (self->claimed_to, &claim->claimed_to, fresh);
  claim->claimed_place = entente_name_field_get_id (self->claimed_place, fresh);
  entente_form_text_store (self->claimed_text, &claim->claimed_text);
  entente_long_text_store (self->note, &claim->note);
}

const char *
entente_claim_fields_get_error (EntenteClaimFields *self)
{
  const char *error = entente_date_field_get_error (ENTENTE_DATE_FIELD (self->claimed_when));

  if (!error)
    error = entente_actor_entry_get_error (self->speaker);
  return error ? error : entente_actor_entry_get_error (self->outlet);
}
