/* A suggestion as a list shows it: told once, when the proposals are read. */

#include "config.h"

#include "entente-suggestion-private.h"

G_DEFINE_FINAL_TYPE (EntenteSuggestionItem, entente_suggestion_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_IS_SELECTED, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
entente_suggestion_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IS_SELECTED)
    g_value_set_boolean (value, ENTENTE_SUGGESTION_ITEM (object)->is_selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
entente_suggestion_item_finalize (GObject *object)
{
  EntenteSuggestionItem *self = ENTENTE_SUGGESTION_ITEM (object);

  g_clear_pointer (&self->when, entente_date_unref);
  g_free (self->words);
  g_free (self->description);
  g_free (self->reason);

  G_OBJECT_CLASS (entente_suggestion_item_parent_class)->finalize (object);
}

static void
entente_suggestion_item_class_init (EntenteSuggestionItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = entente_suggestion_item_get_property;
  object_class->finalize = entente_suggestion_item_finalize;
  props[PROP_IS_SELECTED] = g_param_spec_boolean ("is-selected",
                                                  NULL,
                                                  NULL,
                                                  FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
entente_suggestion_item_init (EntenteSuggestionItem *self)
{
}

/* The first who did it, or took part alike. */
static EntenteId
find_lead (const EntenteProposals *proposals, const EntenteSuggestion *suggestion)
{
  const GArray *actors = entente_proposals_get_reading (proposals)->actors;

  for (guint i = 0; i < suggestion->parties->len; i++) {
    const EntenteReadingParty *party = g_ptr_array_index (suggestion->parties, i);

    if (party->role != ENTENTE_ROLE_ADDRESSEE)
      return party->actor >= 0 ? g_array_index (actors, EntenteReadingActor, party->actor).known
                               : ENTENTE_ID_NONE;
  }
  return ENTENTE_ID_NONE;
}

static gboolean
is_same_when (const EntenteDate *one, const EntenteDate *other)
{
  return one == other || (one != NULL && other != NULL && entente_date_equal (one, other));
}

EntenteSuggestionItem *
entente_suggestion_item_new (const EntenteProposals *proposals, guint index)
{
  EntenteSuggestionItem *self = g_object_new (ENTENTE_TYPE_SUGGESTION_ITEM, NULL);
  const EntenteProposal *proposal = entente_proposals_get (proposals, index);

  self->index = index;
  self->span_start = proposal->suggestion->span.start_char;
  self->start = proposal->start;
  self->end = proposal->end;
  self->kind = entente_kind_find (proposal->suggestion->kind);
  self->mode = proposal->suggestion->mode;
  self->when =
    proposal->suggestion->when != NULL ? entente_date_ref (proposal->suggestion->when) : NULL;
  self->lead = find_lead (proposals, proposal->suggestion);
  self->is_rejected = proposal->rejection != ENTENTE_ID_NONE;
  self->words = entente_proposals_dup_phrase (proposals, index);
  self->description = entente_proposals_describe (proposals, index);
  self->reason = g_strdup (proposal->suggestion->reason);
  return self;
}

gboolean
entente_suggestion_item_is_like (const EntenteSuggestionItem *self,
                                 const EntenteSuggestionItem *other)
{
  return self->span_start == other->span_start && self->kind == other->kind;
}

gboolean
entente_suggestion_item_says_same (const EntenteSuggestionItem *self,
                                   const EntenteSuggestionItem *other)
{
  return entente_suggestion_item_is_like (self, other) && self->start == other->start &&
         self->end == other->end && self->is_rejected == other->is_rejected &&
         self->lead == other->lead && is_same_when (self->when, other->when) &&
         g_str_equal (self->words, other->words) &&
         g_str_equal (self->description, other->description) &&
         g_strcmp0 (self->reason, other->reason) == 0;
}

void
entente_suggestion_item_set_selected (EntenteSuggestionItem *self, gboolean is_selected)
{
  if (self->is_selected == is_selected)
    return;
  self->is_selected = is_selected;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_SELECTED]);
}

const char *
entente_suggestion_item_get_words (EntenteSuggestionItem *self)
{
  return self->words;
}

const char *
entente_suggestion_item_get_description (EntenteSuggestionItem *self)
{
  return self->description;
}

const char *
entente_suggestion_item_get_reason (EntenteSuggestionItem *self)
{
  return self->reason;
}

const EntenteKind *
entente_suggestion_item_get_kind (EntenteSuggestionItem *self)
{
  return self->kind;
}

EntenteMode
entente_suggestion_item_get_mode (EntenteSuggestionItem *self)
{
  return self->mode;
}

gint64
entente_suggestion_item_get_start (EntenteSuggestionItem *self)
{
  return self->start;
}

gint64
entente_suggestion_item_get_end (EntenteSuggestionItem *self)
{
  return self->end;
}

const EntenteDate *
entente_suggestion_item_get_when (EntenteSuggestionItem *self)
{
  return self->when;
}

EntenteId
entente_suggestion_item_get_lead (EntenteSuggestionItem *self)
{
  return self->lead;
}

gboolean
entente_suggestion_item_is_rejected (EntenteSuggestionItem *self)
{
  return self->is_rejected;
}

gboolean
entente_suggestion_item_is_selected (EntenteSuggestionItem *self)
{
  return self->is_selected;
}
