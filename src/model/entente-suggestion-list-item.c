/* A suggestion as a list shows it. A long article has thousands: what one says is told when
 * somebody asks. */

#include "config.h"

#include "entente-suggestion-private.h"

#include <glib/gi18n-lib.h>

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
  g_clear_pointer (&self->proposals, entente_proposals_unref);

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
entente_suggestion_item_new (EntenteProposals *proposals, guint index)
{
  EntenteSuggestionItem *self = g_object_new (ENTENTE_TYPE_SUGGESTION_ITEM, NULL);
  const EntenteProposal *proposal = entente_proposals_get (proposals, index);

  self->proposals = entente_proposals_ref (proposals);
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
  return self;
}

void
entente_suggestion_item_follow (EntenteSuggestionItem *self, const EntenteSuggestionItem *fresh)
{
  entente_proposals_ref (fresh->proposals);
  entente_proposals_unref (self->proposals);
  self->proposals = fresh->proposals;
  self->index = fresh->index;
}

gboolean
entente_suggestion_item_is_like (const EntenteSuggestionItem *self,
                                 const EntenteSuggestionItem *other)
{
  return self->span_start == other->span_start && self->kind == other->kind;
}

guint
entente_suggestion_item_hash (gconstpointer item)
{
  const EntenteSuggestionItem *self = item;

  return g_int64_hash (&self->span_start) ^ g_direct_hash (self->kind);
}

gboolean
entente_suggestion_item_is_same (gconstpointer item, gconstpointer other)
{
  return entente_suggestion_item_is_like (item, other);
}

static const EntenteSuggestion *
get_suggestion (const EntenteSuggestionItem *self)
{
  return entente_proposals_get (self->proposals, self->index)->suggestion;
}

/* Of two readings: words, who and when may be others. */
static gboolean
tells_same (const EntenteSuggestionItem *self, const EntenteSuggestionItem *other)
{
  g_autofree char *one = entente_proposals_describe (self->proposals, self->index);
  g_autofree char *two = entente_proposals_describe (other->proposals, other->index);
  g_autofree char *words = entente_proposals_dup_phrase (self->proposals, self->index);
  g_autofree char *others = entente_proposals_dup_phrase (other->proposals, other->index);

  return self->lead == other->lead && is_same_when (self->when, other->when) &&
         g_str_equal (one, two) && g_str_equal (words, others) &&
         g_strcmp0 (get_suggestion (self)->reason, get_suggestion (other)->reason) == 0;
}

static EntenteId
get_same (const EntenteSuggestionItem *self)
{
  return entente_proposals_get (self->proposals, self->index)->same;
}

gboolean
entente_suggestion_item_says_same (const EntenteSuggestionItem *self,
                                   const EntenteSuggestionItem *other)
{
  return entente_suggestion_item_is_like (self, other) && self->start == other->start &&
         self->end == other->end && self->is_rejected == other->is_rejected &&
         get_same (self) == get_same (other) &&
         (entente_proposals_get_reading (self->proposals) ==
            entente_proposals_get_reading (other->proposals) ||
          tells_same (self, other));
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
  if (self->words == NULL)
    self->words = entente_proposals_dup_phrase (self->proposals, self->index);
  return self->words;
}

const char *
entente_suggestion_item_get_description (EntenteSuggestionItem *self)
{
  if (self->description == NULL)
    self->description = entente_proposals_describe (self->proposals, self->index);
  return self->description;
}

const char *
entente_suggestion_item_get_reason (EntenteSuggestionItem *self)
{
  return get_suggestion (self)->reason;
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

EntenteId
entente_suggestion_item_get_same (EntenteSuggestionItem *self)
{
  return get_same (self);
}

char *
entente_suggestion_item_explain_same (EntenteSuggestionItem *self)
{
  return entente_same_event_explain (
    entente_proposals_get (self->proposals, self->index)->same_reasons);
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

/* ---- the same event ---- */

char *
entente_suggestion_list_dup_same (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  EntenteId same = entente_suggestion_item_get_same (item);
  g_autofree char *line = NULL;

  if (same == ENTENTE_ID_NONE || item->is_rejected || self->session == NULL)
    return NULL;
  line = entente_study_dup_event_line (entente_session_get_study (self->session), same);
  return line != NULL ? g_strdup_printf (_ ("Same as: %s?"), line) : NULL;
}

void
entente_suggestion_list_show_same (EntenteSuggestionList *self, EntenteSuggestionItem *item)
{
  EntenteId same = entente_suggestion_item_get_same (item);

  if (same != ENTENTE_ID_NONE && self->session != NULL)
    entente_session_select_event (self->session, same);
}
