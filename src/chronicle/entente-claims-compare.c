/* Values of claims, grouped by their words; what excludes what is decided as for evidence: hedged
 * claims count for no side, and dates exclude each other when their windows do not meet.
 */
#include "config.h"

#include "entente-claims-compare.h"

#include "entente-claims-parties.h"
#include "entente-isolate.h"

#include <glib/gi18n-lib.h>

/* ---- voices ---- */

static const char *
find_actor_name (const EntenteChronicle *chronicle, EntenteId actor)
{
  guint32 index = entente_chronicle_find_actor (chronicle, actor);

  return index == ENTENTE_NO_INDEX ? NULL : entente_chronicle_get_actor (chronicle, index)->name;
}

static const EntenteClaim *
get_claim (const EntenteEventDetail *detail, guint claim)
{
  return detail->claims->pdata[claim];
}

const char *
entente_claims_get_speaker (const EntenteChronicle *chronicle,
                            const EntenteEventDetail *detail,
                            guint claim)
{
  const char *name = find_actor_name (chronicle, get_claim (detail, claim)->speaker);

  return name ? name : get_claim (detail, claim)->speaker_class;
}

const char *
entente_claims_get_outlet (const EntenteChronicle *chronicle,
                           const EntenteEventDetail *detail,
                           guint claim)
{
  const EntenteArticle *article = detail->articles->pdata[claim];
  const char *name = find_actor_name (chronicle, get_claim (detail, claim)->outlet);

  if (!name)
    name = get_claim (detail, claim)->outlet_name;
  if (!name && article)
    name = find_actor_name (chronicle, article->publication);
  if (!name && article)
    name = article->publication_name ? article->publication_name : article->title;
  return name;
}

char *
entente_claims_describe_voice (const EntenteChronicle *chronicle,
                               const EntenteEventDetail *detail,
                               guint claim)
{
  const char *speaker = entente_claims_get_speaker (chronicle, detail, claim);
  const char *outlet = entente_claims_get_outlet (chronicle, detail, claim);

  if (speaker && outlet) {
    g_autofree char *who = entente_isolate (speaker), *where = entente_isolate (outlet);

    return g_strdup_printf ("%s · %s", who, where);
  }
  return g_strdup (speaker ? speaker : outlet ? outlet : _ ("Unknown voice"));
}

/* ---- fields ---- */

static void
free_value (gpointer data)
{
  EntenteClaimsValue *value = data;

  g_free (value->text);
  g_array_unref (value->claims);
  g_free (value);
}

static void
free_field (gpointer data)
{
  g_ptr_array_unref (((EntenteClaimsField *) data)->values);
  g_free (data);
}

static EntenteClaimsField *
new_field (EntenteClaimsFieldId id)
{
  EntenteClaimsField *field = g_new0 (EntenteClaimsField, 1);

  field->id = id;
  field->values = g_ptr_array_new_with_free_func (free_value);
  return field;
}

static EntenteClaimsValue *
ensure_value (EntenteClaimsField *field, const char *text)
{
  EntenteClaimsValue *value;

  for (guint i = 0; i < field->values->len; i++) {
    value = field->values->pdata[i];
    if (g_str_equal (value->text, text))
      return value;
  }
  value = g_new0 (EntenteClaimsValue, 1);
  value->text = g_strdup (text);
  value->claims = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (field->values, value);
  return value;
}

static void
add_value (EntenteClaimsField *field, guint claim, const char *text)
{
  g_array_append_val (ensure_value (field, text)->claims, claim);
}

/* Takes @field; one that nobody says anything of is left out. */
static void
add_field (GPtrArray *fields, EntenteClaimsField *field)
{
  guint n = 0;

  for (guint i = 0; i < field->values->len; i++)
    n += ((EntenteClaimsValue *) field->values->pdata[i])->claims->len;
  if (n == 0) {
    free_field (field);
    return;
  }
  if (field->relation == ENTENTE_CLAIMS_AGREE && field->values->len > 1)
    field->relation = ENTENTE_CLAIMS_VARY;
  g_ptr_array_add (fields, field);
}

/* ---- date and kind ---- */

static const EntenteDate *
get_date (const EntenteEventDetail *detail, guint claim)
{
  const EntenteDate *claimed = get_claim (detail, claim)->claimed_when;

  return claimed ? claimed : detail->event->when;
}

static gboolean
exclude (const EntenteDate *a, const EntenteDate *b)
{
  EntenteSpan one, other;

  if (!a || !b || !entente_date_is_bounded (a) || !entente_date_is_bounded (b))
    return FALSE;
  one = entente_date_get_window (a);
  other = entente_date_get_window (b);
  return one.start >= other.end || other.start >= one.end;
}

static gboolean
counts (const EntenteClaim *claim)
{
  return claim->hedge == ENTENTE_HEDGE_NONE &&
         (claim->stance == ENTENTE_STANCE_ASSERTS || claim->stance == ENTENTE_STANCE_CONFIRMS ||
          claim->stance == ENTENTE_STANCE_CORRECTS);
}

static gboolean
gainsays (const EntenteClaim *claim)
{
  return claim->hedge == ENTENTE_HEDGE_NONE &&
         (claim->stance == ENTENTE_STANCE_DENIES || claim->stance == ENTENTE_STANCE_RETRACTS);
}

static gboolean
has_dates_that_exclude (const EntenteEventDetail *detail)
{
  for (guint i = 0; i < detail->claims->len; i++) {
    if (!counts (get_claim (detail, i)))
      continue;
    if (exclude (get_date (detail, i), detail->event->when))
      return TRUE;
    for (guint k = i + 1; k < detail->claims->len; k++)
      if (counts (get_claim (detail, k)) && exclude (get_date (detail, i), get_date (detail, k)))
        return TRUE;
  }
  return FALSE;
}

static char *
format_date (const EntenteDate *date)
{
  return date ? entente_date_format (date) : g_strdup (_ ("undated"));
}

static EntenteClaimsField *
compare_dates (const EntenteEventDetail *detail)
{
  EntenteClaimsField *field = new_field (ENTENTE_CLAIMS_DATE);
  g_autofree char *own = format_date (detail->event->when);

  ensure_value (field, own)->is_of_event = TRUE;
  for (guint i = 0; i < detail->claims->len; i++) {
    g_autofree char *text = format_date (get_date (detail, i));

    add_value (field, i, text);
  }
  if (has_dates_that_exclude (detail))
    field->relation = ENTENTE_CLAIMS_CONFLICT;
  return field;
}

static const char *
get_kind_label (const char *id)
{
  const EntenteKind *kind = entente_kind_find (id);

  return kind ? entente_kind_get_label (kind) : id;
}

static EntenteClaimsField *
compare_kinds (const EntenteEventDetail *detail)
{
  EntenteClaimsField *field = new_field (ENTENTE_CLAIMS_KIND);

  ensure_value (field, get_kind_label (detail->event->kind))->is_of_event = TRUE;
  for (guint i = 0; i < detail->claims->len; i++) {
    const char *claimed = get_claim (detail, i)->claimed_kind;

    add_value (field, i, get_kind_label (claimed ? claimed : detail->event->kind));
    if (claimed && g_strcmp0 (claimed, detail->event->kind) != 0 && counts (get_claim (detail, i)))
      field->relation = ENTENTE_CLAIMS_CONFLICT;
  }
  return field;
}

/* ---- who and where ---- */

/* Does a claim say so itself? */
static gboolean
is_claimed (const EntenteEventDetail *detail, EntenteClaimsFieldId id)
{
  for (guint i = 0; i < detail->claims->len; i++)
    if (id == ENTENTE_CLAIMS_WHO ? get_claim (detail, i)->claimed_who != NULL
                                 : get_claim (detail, i)->claimed_to != NULL)
      return TRUE;
  return FALSE;
}

static EntenteClaimsField *
compare_parties (EntenteClaimsFieldId id,
                 const EntenteChronicle *chronicle,
                 const EntenteEventDetail *detail)
{
  EntenteClaimsField *field = new_field (id);
  int role = id == ENTENTE_CLAIMS_WHO ? ENTENTE_ROLE_INITIATOR : ENTENTE_ROLE_ADDRESSEE;
  g_autoptr (GArray) own = entente_claims_list_parties (detail, G_MAXUINT, role);
  g_autofree char *own_text = entente_claims_format_parties (chronicle, own);

  if (own->len == 0 && !is_claimed (detail, id))
    return field;
  ensure_value (field, own_text)->is_of_event = TRUE;
  for (guint i = 0; i < detail->claims->len; i++) {
    g_autoptr (GArray) actors = entente_claims_list_parties (detail, i, role);
    g_autofree char *text = entente_claims_format_parties (chronicle, actors);

    add_value (field, i, text);
    for (guint k = 0; k <= i && counts (get_claim (detail, i)); k++) {
      g_autoptr (GArray) others =
        entente_claims_list_parties (detail, k == i ? G_MAXUINT : k, role);

      if ((k == i || counts (get_claim (detail, k))) &&
          entente_claims_parties_exclude (chronicle, detail->event, actors, others))
        field->relation = ENTENTE_CLAIMS_CONFLICT;
    }
  }
  return field;
}

static EntenteId
get_place (const EntenteEventDetail *detail, guint claim)
{
  EntenteId place = get_claim (detail, claim)->claimed_place;

  return place != ENTENTE_ID_NONE ? place : detail->event->place;
}

static EntenteClaimsField *
compare_places (const EntenteChronicle *chronicle, const EntenteEventDetail *detail)
{
  EntenteClaimsField *field = new_field (ENTENTE_CLAIMS_PLACE);

  if (entente_claims_has_place (detail))
    ensure_value (field, entente_claims_get_place_name (chronicle, detail->event->place))
      ->is_of_event = TRUE;
  for (guint i = 0; entente_claims_has_place (detail) && i < detail->claims->len; i++) {
    EntenteId place = get_place (detail, i);

    add_value (field, i, entente_claims_get_place_name (chronicle, place));
    for (guint k = 0; k <= i && counts (get_claim (detail, i)); k++)
      if ((k == i || counts (get_claim (detail, k))) &&
          entente_claims_places_exclude (chronicle,
                                         place,
                                         k == i ? detail->event->place : get_place (detail, k)))
        field->relation = ENTENTE_CLAIMS_CONFLICT;
  }
  return field;
}

/* ---- how it is said, and by whom ---- */

static EntenteClaimsField *
compare_stances (const EntenteEventDetail *detail)
{
  EntenteClaimsField *field = new_field (ENTENTE_CLAIMS_STANCE);
  gboolean asserts = FALSE, denies = FALSE;

  for (guint i = 0; i < detail->claims->len; i++) {
    const EntenteClaim *claim = get_claim (detail, i);

    add_value (field, i, entente_enum_label (ENTENTE_ENUM_STANCE, claim->stance));
    asserts |= counts (claim);
    denies |= gainsays (claim);
  }
  if (asserts && denies)
    field->relation = ENTENTE_CLAIMS_CONFLICT;
  return field;
}

static EntenteClaimsField *
compare_hedges (const EntenteEventDetail *detail)
{
  EntenteClaimsField *field = new_field (ENTENTE_CLAIMS_HEDGE);
  gboolean is_hedged = FALSE;

  for (guint i = 0; i < detail->claims->len; i++)
    is_hedged |= get_claim (detail, i)->hedge != ENTENTE_HEDGE_NONE;
  for (guint i = 0; is_hedged && i < detail->claims->len; i++) {
    int hedge = get_claim (detail, i)->hedge;

    add_value (field,
               i,
               hedge == ENTENTE_HEDGE_NONE ? _ ("told as sure")
                                           : entente_enum_label (ENTENTE_ENUM_HEDGE, hedge));
  }
  return field;
}

typedef const char *(*GetName) (const EntenteChronicle *chronicle,
                                const EntenteEventDetail *detail,
                                guint claim);

static EntenteClaimsField *
compare_names (EntenteClaimsFieldId id,
               GetName get_name,
               const EntenteChronicle *chronicle,
               const EntenteEventDetail *detail)
{
  EntenteClaimsField *field = new_field (id);

  for (guint i = 0; i < detail->claims->len; i++) {
    const char *name = get_name (chronicle, detail, i);

    if (name)
      add_value (field, i, name);
  }
  return field;
}

static gboolean
do_texts_exclude (const EntenteClaim *one, const EntenteClaim *other)
{
  return counts (one) && counts (other) && one->claimed_text && other->claimed_text &&
         !g_str_equal (one->claimed_text, other->claimed_text);
}

static EntenteClaimsField *
compare_others (const EntenteEventDetail *detail)
{
  EntenteClaimsField *field = new_field (ENTENTE_CLAIMS_OTHER);

  for (guint i = 0; i < detail->claims->len; i++) {
    if (get_claim (detail, i)->claimed_text)
      add_value (field, i, get_claim (detail, i)->claimed_text);
    for (guint k = 0; k < i; k++)
      if (do_texts_exclude (get_claim (detail, k), get_claim (detail, i)))
        field->relation = ENTENTE_CLAIMS_CONFLICT;
  }
  return field;
}

/* Named is what a voice is that somebody speaks with. */
static EntenteClaimsField *
compare_naming (const EntenteChronicle *chronicle, const EntenteEventDetail *detail)
{
  EntenteClaimsField *field = new_field (ENTENTE_CLAIMS_NAMING);

  for (guint i = 0; i < detail->claims->len; i++)
    if (entente_claims_get_speaker (chronicle, detail, i))
      add_value (field, i, entente_enum_label (ENTENTE_ENUM_NAMING, get_claim (detail, i)->naming));
  return field;
}

GPtrArray *
entente_claims_compare (const EntenteChronicle *chronicle, const EntenteEventDetail *detail)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (free_field);

  add_field (fields, compare_dates (detail));
  add_field (fields, compare_kinds (detail));
  add_field (fields, compare_parties (ENTENTE_CLAIMS_WHO, chronicle, detail));
  add_field (fields, compare_parties (ENTENTE_CLAIMS_TO, chronicle, detail));
  add_field (fields, compare_places (chronicle, detail));
  add_field (fields, compare_others (detail));
  add_field (fields, compare_stances (detail));
  add_field (fields, compare_hedges (detail));
  add_field (fields,
             compare_names (ENTENTE_CLAIMS_SPEAKER, entente_claims_get_speaker, chronicle, detail));
  add_field (fields, compare_naming (chronicle, detail));
  add_field (fields,
             compare_names (ENTENTE_CLAIMS_OUTLET, entente_claims_get_outlet, chronicle, detail));
  return fields;
}

/* ---- two sets of claims ---- */

static gboolean
do_parties_exclude (EntenteClaimsFieldId id,
                    const EntenteChronicle *chronicle,
                    const EntenteEventDetail *detail,
                    guint one,
                    guint other)
{
  int role = id == ENTENTE_CLAIMS_WHO ? ENTENTE_ROLE_INITIATOR : ENTENTE_ROLE_ADDRESSEE;
  g_autoptr (GArray) actors = entente_claims_list_parties (detail, one, role);
  g_autoptr (GArray) others = entente_claims_list_parties (detail, other, role);

  return entente_claims_parties_exclude (chronicle, detail->event, actors, others);
}

static const char *
get_kind (const EntenteEventDetail *detail, guint claim)
{
  const char *claimed = get_claim (detail, claim)->claimed_kind;

  return claimed ? claimed : detail->event->kind;
}

/* Of two claims that both say that it happened. */
static guint
find_value_conflicts (const EntenteChronicle *chronicle,
                      const EntenteEventDetail *detail,
                      guint one,
                      guint other)
{
  guint found = 0;

  if (exclude (get_date (detail, one), get_date (detail, other)))
    found |= 1u << ENTENTE_CLAIMS_DATE;
  if (g_strcmp0 (get_kind (detail, one), get_kind (detail, other)) != 0)
    found |= 1u << ENTENTE_CLAIMS_KIND;
  if (do_parties_exclude (ENTENTE_CLAIMS_WHO, chronicle, detail, one, other))
    found |= 1u << ENTENTE_CLAIMS_WHO;
  if (do_parties_exclude (ENTENTE_CLAIMS_TO, chronicle, detail, one, other))
    found |= 1u << ENTENTE_CLAIMS_TO;
  if (entente_claims_places_exclude (chronicle, get_place (detail, one), get_place (detail, other)))
    found |= 1u << ENTENTE_CLAIMS_PLACE;
  if (do_texts_exclude (get_claim (detail, one), get_claim (detail, other)))
    found |= 1u << ENTENTE_CLAIMS_OTHER;
  return found;
}

guint
entente_claims_find_conflicts (const EntenteChronicle *chronicle,
                               const EntenteEventDetail *detail,
                               const GArray *claims,
                               const GArray *others)
{
  guint found = 0;

  for (guint i = 0; i < claims->len; i++)
    for (guint k = 0; k < others->len; k++) {
      guint one = g_array_index (claims, guint, i), other = g_array_index (others, guint, k);
      const EntenteClaim *a = get_claim (detail, one), *b = get_claim (detail, other);

      if (one == other)
        continue;
      if (counts (a) && counts (b))
        found |= find_value_conflicts (chronicle, detail, one, other);
      if ((counts (a) && gainsays (b)) || (gainsays (a) && counts (b)))
        found |= 1u << ENTENTE_CLAIMS_STANCE;
    }
  return found;
}

/* ---- words ---- */

const char *
entente_claims_field_get_label (const EntenteClaimsField *field)
{
  static const char *const labels[] = {
    [ENTENTE_CLAIMS_DATE] = N_ ("Date"),       [ENTENTE_CLAIMS_KIND] = N_ ("Kind"),
    [ENTENTE_CLAIMS_WHO] = N_ ("Who"),         [ENTENTE_CLAIMS_TO] = N_ ("To whom"),
    [ENTENTE_CLAIMS_PLACE] = N_ ("Where"),     [ENTENTE_CLAIMS_OTHER] = N_ ("Otherwise"),
    [ENTENTE_CLAIMS_STANCE] = N_ ("Stance"),   [ENTENTE_CLAIMS_HEDGE] = N_ ("Hedge"),
    [ENTENTE_CLAIMS_SPEAKER] = N_ ("Speaker"), [ENTENTE_CLAIMS_NAMING] = N_ ("Naming"),
    [ENTENTE_CLAIMS_OUTLET] = N_ ("Outlet"),
  };

  return _ (labels[field->id]);
}

static char *
describe_conflict (const EntenteClaimsField *field)
{
  if (field->id == ENTENTE_CLAIMS_DATE)
    return g_strdup (_ ("dates exclude each other"));
  if (field->id == ENTENTE_CLAIMS_STANCE)
    return g_strdup (_ ("some say so, some deny it"));
  return g_strdup (_ ("values exclude each other"));
}

char *
entente_claims_field_describe (const EntenteClaimsField *field)
{
  guint n = field->values->len;

  if (field->relation == ENTENTE_CLAIMS_CONFLICT)
    return describe_conflict (field);
  if (field->relation == ENTENTE_CLAIMS_AGREE)
    return g_strdup (_ ("all agree"));
  switch (field->id) {
  case ENTENTE_CLAIMS_DATE:
    return g_strdup (_ ("dates differ and overlap"));
  case ENTENTE_CLAIMS_SPEAKER:
    return g_strdup_printf (ngettext ("%u speaker", "%u speakers", n), n);
  case ENTENTE_CLAIMS_OUTLET:
    return g_strdup_printf (ngettext ("%u outlet", "%u outlets", n), n);
  default:
    return g_strdup (_ ("they vary"));
  }
}

static const char *
explain_evidence (EntenteEvidence evidence)
{
  switch (evidence) {
  case ENTENTE_EVIDENCE_SAME_ORIGIN:
    return _ ("All reports come from one origin, so none bears out another.");
  case ENTENTE_EVIDENCE_CORROBORATED:
    return _ ("Corroborated: reports of different origin say that it happened.");
  case ENTENTE_EVIDENCE_CONFIRMED:
    return _ ("Confirmed: a party to it says that it happened.");
  case ENTENTE_EVIDENCE_CONTESTED:
    return _ ("Contested: some deny it, or say things of it that exclude each other.");
  case ENTENTE_EVIDENCE_DENIED:
    return _ ("Denied: at most one origin says that it happened, and somebody denies it.");
  case ENTENTE_EVIDENCE_WITHDRAWN:
    return _ ("Withdrawn: whoever told of it took it back.");
  default:
    return NULL;
  }
}

char *
entente_claims_explain (EntenteEvidence evidence, const GPtrArray *fields)
{
  const char *meaning = explain_evidence (evidence);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *conflicts = NULL;

  for (guint i = 0; i < fields->len; i++) {
    const EntenteClaimsField *field = fields->pdata[i];

    if (field->relation == ENTENTE_CLAIMS_CONFLICT)
      g_string_append_printf (names,
                              "%s%s",
                              names->len > 0 ? ", " : "",
                              entente_claims_field_get_label (field));
  }
  if (names->len == 0)
    return g_strdup (meaning);
  /* Translators: names of fields follow: "Date, Who" */
  conflicts = g_strdup_printf (_ ("Conflicts are in what is said of it: %s."), names->str);
  return meaning ? g_strconcat (meaning, " ", conflicts, NULL) : g_steal_pointer (&conflicts);
}

const char *
entente_claims_relation_get_sign (EntenteClaimsRelation relation)
{
  static const char *const signs[] = { "=", "≈", "≠" };

  return signs[relation];
}
