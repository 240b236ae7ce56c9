/* One event as a row of lists: numbers from the chronicle, words from study and reader.
 *
 * Texts are made when they are first asked for and then kept; a change of place or data makes the
 * kept ones anew and notifies those that differ. Made by EntenteEventList, unique by id. Main
 * thread.
 */
#include "config.h"

#include "entente-event-item.h"
#include "entente-event-waiting.h"
#include "entente-order-words.h"
#include "entente-own-fields.h"
#include "entente-palette.h"
#include "entente-row-sort.h"
#include "entente-scene.h"
#include <glib/gi18n.h>

enum {
  PROP_0,
  PROP_ID,
  PROP_ROW,
  PROP_GROUP,
  PROP_EVIDENCE,
  PROP_NUMBER,
  PROP_HUE,
  PROP_MODE,
  PROP_TITLE, /* the texts, from here on */
  PROP_WHEN,
  PROP_KIND_LABEL,
  PROP_FROM_LABEL,
  PROP_TO_LABEL,
  PROP_EVIDENCE_LABEL,
  PROP_STATUS_LABEL,
  PROP_ANSWERED_LABEL,
  PROP_ANSWER_LABEL,
  PROP_DAYS_LABEL,
  PROP_REPORTS_LABEL,
  PROP_JUDGEMENT_LABEL,
  PROP_MODE_LABEL,
  PROP_MEDIUM_LABEL,
  PROP_TRACK_LABEL,
  PROP_PLACE_LABEL,
  PROP_ISSUES_LABEL,
  PROP_OWN_LABEL,
  PROP_PINNED_LABEL,
  PROP_PRIVATE_LABEL,
  PROP_ACCESSIBLE_LABEL,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

struct _EntenteEventItem {
  GObject parent_instance;

  EntenteStudy *study;
  EntenteEventReader *reader;
  GHashTable *live; /* shared with the list */
  EntenteId id;
  EntenteChronicle *chronicle;
  guint row, number, n_filtered;
  char *texts[N_PROPS]; /* by property; NULL: not asked for yet */
};

G_DEFINE_FINAL_TYPE (EntenteEventItem, entente_event_item, G_TYPE_OBJECT)

/* ---- texts ---- */

/* Names of all who take part in @role, "A, B". */
static char *
format_parts (EntenteEventItem *self, EntenteRole role)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (self->chronicle, self->row, &n);

  for (guint i = 0; i < n; i++) {
    if (parts[i].role != role)
      continue;
    if (names->len > 0)
      g_string_append (names, _ (", "));
    g_string_append (names, entente_chronicle_get_actor (self->chronicle, parts[i].actor)->name);
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
format_title (EntenteEventItem *self)
{
  const char *title = entente_study_get_event_title (self->study, self->id);

  return title ? g_strdup (title) : entente_chronicle_describe (self->chronicle, self->row);
}

static char *
format_date (EntenteEventItem *self, const EntenteEvent *event)
{
  g_autoptr (EntenteDate) date = NULL;

  if (!event)
    return g_strdup ("");
  date = entente_order_bound_date_of (self->chronicle, self->id, event->when);
  return event->when || entente_date_is_bounded (date) ? entente_date_format (date) : g_strdup ("");
}

static char *
format_when (EntenteEventItem *self)
{
  return format_date (self, entente_event_reader_look_up (self->reader, self->id));
}

static char *
format_status (EntenteEventItem *self)
{
  EntenteStatus status = entente_chronicle_get_status (self->chronicle, self->row);

  return g_strdup (
    status == ENTENTE_STATUS_NONE ? "" : entente_enum_label (ENTENTE_ENUM_STATUS, (int) status));
}

static char *
format_answered (EntenteEventItem *self)
{
  EntenteAnswered answered = entente_chronicle_get_answered (self->chronicle, self->row);

  return g_strdup (answered == ENTENTE_ANSWERED_NOT_EXPECTED
                     ? ""
                     : entente_enum_label (ENTENTE_ENUM_ANSWERED, (int) answered));
}

static const char *get_text (EntenteEventItem *self, guint prop);

/* The first event that answers this one, or none. */
static EntenteId
find_answer (EntenteEventItem *self)
{
  guint32 first = entente_chronicle_find_answer (self->chronicle, self->row);

  return first == ENTENTE_NO_INDEX ? ENTENTE_ID_NONE
                                   : entente_chronicle_get_id (self->chronicle, first);
}

static char *
format_answer (EntenteEventItem *self)
{
  EntenteId answer = find_answer (self);
  const char *title;

  if (answer == ENTENTE_ID_NONE)
    return entente_event_waiting_format_answer (self->study, self->chronicle, self->row);
  title = entente_study_get_event_title (self->study, answer);
  return title ? g_strdup (title)
               : entente_chronicle_describe (self->chronicle,
                                             entente_chronicle_find_row (self->chronicle, answer));
}

/* "21 days", "within 61 days", or how long there has been no word; "" when nothing can be said. */
static char *
format_days_since (EntenteEventItem *self, const char *when)
{
  EntenteId answer = find_answer (self);
  char *days;

  if (answer == ENTENTE_ID_NONE)
    return entente_event_waiting_format_silence (self->chronicle, self->row, when);
  days = entente_scene_format_days (self->chronicle,
                                    self->row,
                                    entente_chronicle_find_row (self->chronicle, answer));
  return days ? days : g_strdup ("");
}

static char *
format_reports (EntenteEventItem *self)
{
  guint n;

  entente_chronicle_get_voices (self->chronicle, self->row, &n);
  return n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
}

static char *
format_track (EntenteEventItem *self, EntenteId id)
{
  guint32 index = entente_chronicle_find_track (self->chronicle, id);

  return g_strdup (
    index != ENTENTE_NO_INDEX ? entente_chronicle_get_track (self->chronicle, index)->name : "");
}

static char *
format_place (EntenteEventItem *self, EntenteId id)
{
  guint32 index = entente_chronicle_find_place (self->chronicle, id);

  return g_strdup (index != ENTENTE_NO_INDEX
                     ? entente_chronicle_get_place_record (self->chronicle, index)->name
                     : "");
}

static char *
format_issues (EntenteEventItem *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n;
  const guint32 *issues = entente_chronicle_get_event_issues (self->chronicle, self->row, &n);

  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append (names, _ (", "));
    g_string_append (names, entente_chronicle_get_issue (self->chronicle, issues[i])->name);
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
format_own (EntenteEventItem *self)
{
  char *text =
    entente_own_fields_describe (entente_chronicle_get_own_fields (self->chronicle), self->id);

  return text ? text : g_strdup ("");
}

/* What a person says of an event besides its words; what is usual is not said. */
static char *
format_field (EntenteEventItem *self, guint prop)
{
  EntenteEventRow row;

  entente_chronicle_get_row (self->chronicle, self->row, &row);
  switch (prop) {
  case PROP_JUDGEMENT_LABEL:
    return g_strdup (entente_enum_label (ENTENTE_ENUM_JUDGEMENT, row.judgement));
  case PROP_MODE_LABEL:
    return g_strdup (entente_enum_label (ENTENTE_ENUM_MODE, row.mode));
  case PROP_MEDIUM_LABEL:
    return g_strdup (entente_enum_label (ENTENTE_ENUM_MEDIUM, row.medium));
  case PROP_TRACK_LABEL:
    return format_track (self, row.track);
  case PROP_PLACE_LABEL:
    return format_place (self, row.place);
  case PROP_PINNED_LABEL:
    return g_strdup (row.flags & ENTENTE_ROW_PINNED ? _ ("pinned") : "");
  default:
    return g_strdup (row.flags & ENTENTE_ROW_PRIVATE ? _ ("private") : "");
  }
}

/* "Kabul offers talks, offer, February 2018, one report, 3 of 15". */
static char *
format_accessible (EntenteEventItem *self)
{
  const char *when = get_text (self, PROP_WHEN);

  return g_strdup_printf (_ ("%s, %s, %s, %s, %'u of %'u"),
                          get_text (self, PROP_TITLE),
                          get_text (self, PROP_KIND_LABEL),
                          when,
                          get_text (self, PROP_EVIDENCE_LABEL),
                          self->number,
                          self->n_filtered);
}

static char *
make_text (EntenteEventItem *self, guint prop)
{
  switch (prop) {
  case PROP_TITLE:
    return format_title (self);
  case PROP_WHEN:
    return format_when (self);
  case PROP_KIND_LABEL:
    return g_strdup (
      entente_kind_get_label (entente_chronicle_get_kind (self->chronicle, self->row)));
  case PROP_FROM_LABEL:
    return format_parts (self, ENTENTE_ROLE_INITIATOR);
  case PROP_TO_LABEL:
    return format_parts (self, ENTENTE_ROLE_ADDRESSEE);
  case PROP_EVIDENCE_LABEL:
    return g_strdup (
      entente_enum_label (ENTENTE_ENUM_EVIDENCE,
                          (int) entente_chronicle_get_evidence (self->chronicle, self->row)));
  case PROP_STATUS_LABEL:
    return format_status (self);
  case PROP_ANSWERED_LABEL:
    return format_answered (self);
  case PROP_ANSWER_LABEL:
    return format_answer (self);
  case PROP_DAYS_LABEL:
    return format_days_since (self, get_text (self, PROP_WHEN));
  case PROP_REPORTS_LABEL:
    return format_reports (self);
  case PROP_ISSUES_LABEL:
    return format_issues (self);
  case PROP_OWN_LABEL:
    return format_own (self);
  case PROP_ACCESSIBLE_LABEL:
    return format_accessible (self);
  default:
    return format_field (self, prop);
  }
}

static const char *
get_text (EntenteEventItem *self, guint prop)
{
  if (!self->texts[prop])
    self->texts[prop] = make_text (self, prop);
  return self->texts[prop];
}

/* ---- numbers ---- */

static guint
get_number (EntenteEventItem *self, guint prop)
{
  EntenteEventRow row;

  switch (prop) {
  case PROP_ROW:
    return self->row;
  case PROP_NUMBER:
    return self->number;
  case PROP_GROUP:
    return entente_chronicle_get_kind (self->chronicle, self->row)->group;
  case PROP_EVIDENCE:
    return entente_chronicle_get_evidence (self->chronicle, self->row);
  case PROP_HUE:
    return entente_palette_get_event_hue (self->chronicle, self->row);
  default:
    entente_chronicle_get_row (self->chronicle, self->row, &row);
    return row.mode;
  }
}

static void
entente_event_item_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntenteEventItem *self = ENTENTE_EVENT_ITEM (object);

  if (prop == PROP_ID)
    g_value_set_int64 (value, self->id);
  else if (prop < PROP_TITLE)
    g_value_set_uint (value, get_number (self, prop));
  else
    g_value_set_string (value, get_text (self, prop));
}

static void
entente_event_item_finalize (GObject *object)
{
  EntenteEventItem *self = ENTENTE_EVENT_ITEM (object);

  g_hash_table_remove (self->live, &self->id);
  g_hash_table_unref (self->live);
  g_object_unref (self->study);
  g_object_unref (self->reader);
  entente_chronicle_unref (self->chronicle);
  for (guint prop = 0; prop < N_PROPS; prop++)
    g_free (self->texts[prop]);

  G_OBJECT_CLASS (entente_event_item_parent_class)->finalize (object);
}

static void
entente_event_item_class_init (EntenteEventItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  static const char *const names[N_PROPS] = {
    [PROP_ROW] = "row",
    [PROP_GROUP] = "group",
    [PROP_EVIDENCE] = "evidence",
    [PROP_NUMBER] = "number",
    [PROP_HUE] = "hue",
    [PROP_MODE] = "mode",
    [PROP_TITLE] = "title",
    [PROP_WHEN] = "when",
    [PROP_KIND_LABEL] = "kind-label",
    [PROP_FROM_LABEL] = "from-label",
    [PROP_TO_LABEL] = "to-label",
    [PROP_EVIDENCE_LABEL] = "evidence-label",
    [PROP_STATUS_LABEL] = "status-label",
    [PROP_ANSWERED_LABEL] = "answered-label",
    [PROP_ANSWER_LABEL] = "answer-label",
    [PROP_DAYS_LABEL] = "days-label",
    [PROP_REPORTS_LABEL] = "reports-label",
    [PROP_JUDGEMENT_LABEL] = "judgement-label",
    [PROP_MODE_LABEL] = "mode-label",
    [PROP_MEDIUM_LABEL] = "medium-label",
    [PROP_TRACK_LABEL] = "track-label",
    [PROP_PLACE_LABEL] = "place-label",
    [PROP_ISSUES_LABEL] = "issues-label",
    [PROP_OWN_LABEL] = "own-label",
    [PROP_PINNED_LABEL] = "pinned-label",
    [PROP_PRIVATE_LABEL] = "private-label",
    [PROP_ACCESSIBLE_LABEL] = "accessible-label",
  };

  object_class->finalize = entente_event_item_finalize;
  object_class->get_property = entente_event_item_get_property;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  for (guint prop = PROP_ROW; prop < PROP_TITLE; prop++)
    props[prop] = g_param_spec_uint (names[prop], NULL, NULL, 0, G_MAXUINT, 0, flags);
  for (guint prop = PROP_TITLE; prop < N_PROPS; prop++)
    props[prop] = g_param_spec_string (names[prop], NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
entente_event_item_init (EntenteEventItem *self)
{
}

EntenteEventItem *
entente_event_item_new (EntenteStudy *study,
                        EntenteEventReader *reader,
                        GHashTable *live,
                        const EntenteEventPlace *place)
{
  EntenteEventItem *self = g_object_new (ENTENTE_TYPE_EVENT_ITEM, NULL);

  self->study = g_object_ref (study);
  self->reader = g_object_ref (reader);
  self->live = g_hash_table_ref (live);
  self->chronicle = entente_chronicle_ref (place->chronicle);
  self->row = place->row;
  self->number = place->number;
  self->n_filtered = place->n_filtered;
  self->id = entente_chronicle_get_id (place->chronicle, place->row);
  g_hash_table_insert (live, &self->id, self);
  return self;
}

void
entente_event_item_refresh (EntenteEventItem *self)
{
  for (guint prop = PROP_TITLE; prop < N_PROPS; prop++) {
    g_autofree char *old = g_steal_pointer (&self->texts[prop]);

    if (old && g_strcmp0 (old, get_text (self, prop)) != 0)
      g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
  }
}

void
entente_event_item_set_place (EntenteEventItem *self, const EntenteEventPlace *place)
{
  guint old[PROP_TITLE];

  for (guint prop = PROP_ROW; prop < PROP_TITLE; prop++)
    old[prop] = get_number (self, prop);
  entente_chronicle_ref (place->chronicle);
  entente_chronicle_unref (self->chronicle);
  self->chronicle = place->chronicle;
  self->row = place->row;
  self->number = place->number;
  self->n_filtered = place->n_filtered;

  g_object_freeze_notify (G_OBJECT (self));
  for (guint prop = PROP_ROW; prop < PROP_TITLE; prop++)
    if (get_number (self, prop) != old[prop])
      g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
  entente_event_item_refresh (self);
  g_object_thaw_notify (G_OBJECT (self));
}

EntenteId
entente_event_item_get_id (EntenteEventItem *self)
{
  return self->id;
}

guint
entente_event_item_get_row (EntenteEventItem *self)
{
  return self->row;
}

const char *
entente_event_item_get_title (EntenteEventItem *self)
{
  return get_text (self, PROP_TITLE);
}

/* Of those that were read, or what stands for a title. */
static char *
dup_title_of (EntenteEventItem *self, EntenteId id, GHashTable *events)
{
  const EntenteEvent *event = g_hash_table_lookup (events, &id);
  guint32 row = entente_chronicle_find_row (self->chronicle, id);

  if (event)
    return entente_study_dup_event_title (self->study, event);
  return row != ENTENTE_NO_INDEX ? entente_chronicle_describe (self->chronicle, row)
                                 : g_strdup ("");
}

char *
entente_event_item_dup_text (EntenteEventItem *self, const char *property, GHashTable *events)
{
  const EntenteEvent *event = g_hash_table_lookup (events, &self->id);
  g_autofree char *when = format_date (self, event);

  if (g_str_equal (property, "number"))
    return g_strdup_printf ("%u", self->number);
  if (g_str_equal (property, "title"))
    return dup_title_of (self, self->id, events);
  if (g_str_equal (property, "when"))
    return g_steal_pointer (&when);
  if (g_str_equal (property, "days-label"))
    return format_days_since (self, when);
  if (g_str_equal (property, "answer-label") && find_answer (self) != ENTENTE_ID_NONE)
    return dup_title_of (self, find_answer (self), events);
  for (guint prop = PROP_TITLE; prop < N_PROPS; prop++)
    if (g_str_equal (props[prop]->name, property))
      return g_strdup (get_text (self, prop));
  g_return_val_if_reached (NULL);
}

EntenteId
entente_event_item_get_answer (EntenteEventItem *self)
{
  return find_answer (self);
}

gboolean
entente_event_item_is_proposed (EntenteEventItem *self)
{
  return find_answer (self) == ENTENTE_ID_NONE &&
         entente_event_waiting_is_proposed (self->study, self->chronicle, self->row);
}

EntenteChronicle *
entente_event_item_get_chronicle (EntenteEventItem *self)
{
  return self->chronicle;
}
