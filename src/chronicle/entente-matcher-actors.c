/* Who takes part: the criterion of actors.
 *
 * A participation counts for the actor that it names and for the one it speaks for; with members,
 * for everyone above these at the date of the event too. Only roles that match count, unless the
 * query asks for others. "All" assigns each chosen actor a participant of its own: Kuhn's
 * augmenting paths. "Between" is one towards the other, or both in the same acting role; a party
 * never meets itself. */
#include "entente-matcher.h"

/* One row under judgement. */
typedef struct {
  const EntenteMatcher *matcher;
  const EntenteBlock *block;
  guint i;
  const EntentePart *parts;
  guint n_parts;
} Scene;

/* ---- chosen actors ---- */

static void
mark_members (EntenteChosen *chosen, const EntenteChronicle *chronicle, const EntenteQuery *query)
{
  for (guint32 actor = 0; actor < entente_chronicle_get_n_actors (chronicle); actor++) {
    guint n;
    const EntenteAncestor *ancestors =
      entente_roster_get_ancestors (chronicle->roster, actor, query->members_surely, &n);

    for (guint i = 0; i < n && chosen->covers[actor] == 0; i++) {
      if (chosen->covers[ancestors[i].body] == ENTENTE_COVERS_ALWAYS)
        chosen->covers[actor] = ENTENTE_COVERS_AT_TIMES;
    }
  }
}

void
entente_chosen_init (EntenteChosen *chosen,
                     const EntenteChronicle *chronicle,
                     const EntenteQuery *query,
                     const GArray *ids)
{
  if (ids == NULL || ids->len == 0)
    return;
  chosen->n = ids->len;
  chosen->indexes = g_new (guint32, chosen->n);
  chosen->n_actors = entente_chronicle_get_n_actors (chronicle);
  chosen->covers = g_new0 (guint8, chosen->n_actors + 1);
  for (guint i = 0; i < chosen->n; i++) {
    chosen->indexes[i] =
      entente_chronicle_find_actor (chronicle, g_array_index (ids, EntenteId, i));
    if (chosen->indexes[i] != ENTENTE_NO_INDEX)
      chosen->covers[chosen->indexes[i]] = ENTENTE_COVERS_ALWAYS;
  }
  if (query->members)
    mark_members (chosen, chronicle, query);
}

void
entente_chosen_clear (EntenteChosen *chosen)
{
  g_clear_pointer (&chosen->indexes, g_free);
  g_clear_pointer (&chosen->covers, g_free);
}

/* ---- one actor, one participation ---- */

/* Does choosing @chosen cover @actor at the date of the event? */
static gboolean
stands_for (const Scene *scene, guint32 actor, guint32 chosen)
{
  const EntenteQuery *query = scene->matcher->query;

  if (actor == ENTENTE_NO_INDEX || chosen == ENTENTE_NO_INDEX)
    return FALSE;
  return actor == chosen || (query->members && entente_roster_stands_for (
                                                 scene->matcher->chronicle->roster,
                                                 actor,
                                                 chosen,
                                                 entente_block_get_window (scene->block, scene->i),
                                                 query->members_surely));
}

static gboolean
meets (const Scene *scene, const EntentePart *part, guint32 chosen)
{
  return stands_for (scene, part->actor, chosen) || stands_for (scene, part->speaks_for, chosen);
}

static gboolean
is_covered_at_times (const Scene *scene, const EntenteChosen *chosen, guint32 actor)
{
  for (guint i = 0; i < chosen->n; i++) {
    if (stands_for (scene, actor, chosen->indexes[i]))
      return TRUE;
  }
  return FALSE;
}

static inline gboolean
is_covered (const Scene *scene, const EntenteChosen *chosen, guint32 actor)
{
  if (actor == ENTENTE_NO_INDEX || chosen->covers[actor] == 0)
    return FALSE;
  return chosen->covers[actor] == ENTENTE_COVERS_ALWAYS ||
         is_covered_at_times (scene, chosen, actor);
}

static inline gboolean
meets_any (const Scene *scene, const EntenteChosen *chosen, const EntentePart *part)
{
  return is_covered (scene, chosen, part->actor) || is_covered (scene, chosen, part->speaks_for);
}

static inline gboolean
counts (const Scene *scene, const EntentePart *part)
{
  return entente_matcher_has_role (scene->matcher, part);
}

static gboolean
has_any (const Scene *scene, const EntenteChosen *chosen)
{
  for (guint i = 0; i < scene->n_parts; i++) {
    if (counts (scene, &scene->parts[i]) && meets_any (scene, chosen, &scene->parts[i]))
      return TRUE;
  }
  return FALSE;
}

/* Every participation that counts is met by one of @actors. */
static gboolean
has_only (const Scene *scene, const guint32 *actors, guint n)
{
  for (guint i = 0; i < scene->n_parts; i++) {
    gboolean met = !counts (scene, &scene->parts[i]);

    for (guint k = 0; k < n && !met; k++)
      met = meets (scene, &scene->parts[i], actors[k]);
    if (!met)
      return FALSE;
  }
  return TRUE;
}

/* ---- all ---- */

/* Participations of one actor are one participant: its first one stands for all. */
static guint
get_participant (const Scene *scene, guint part)
{
  for (guint i = 0; i < part; i++) {
    if (scene->parts[i].actor == scene->parts[part].actor && counts (scene, &scene->parts[i]))
      return i;
  }
  return part;
}

/* Finds a participant for chosen actor number @k, moving others to another where that helps.
 * @owners: number + 1 of the actor that each participant meets; @tried: the last search of each. */
static gboolean
assign (const Scene *scene, const guint32 *actors, guint k, guint32 *owners, guint32 *tried)
{
  for (guint i = 0; i < scene->n_parts; i++) {
    guint participant;

    if (!counts (scene, &scene->parts[i]) || !meets (scene, &scene->parts[i], actors[k]))
      continue;
    participant = get_participant (scene, i);
    if (tried[participant] != 0)
      continue;
    tried[participant] = 1;
    if (owners[participant] == 0 ||
        assign (scene, actors, owners[participant] - 1, owners, tried)) {
      owners[participant] = k + 1;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
has_all (const Scene *scene, const guint32 *actors, guint n)
{
  guint32 *owners;
  guint32 *tried;

  if (n > scene->n_parts)
    return FALSE;
  g_array_set_size (scene->matcher->scratch, 2 * scene->n_parts);
  owners = (guint32 *) (gpointer) scene->matcher->scratch->data;
  tried = owners + scene->n_parts;
  for (guint i = 0; i < scene->n_parts; i++)
    owners[i] = 0;
  for (guint k = 0; k < n; k++) {
    for (guint i = 0; i < scene->n_parts; i++)
      tried[i] = 0;
    if (!assign (scene, actors, k, owners, tried))
      return FALSE;
  }
  return TRUE;
}

/* ---- between ---- */

static gboolean
is_addressed (guint role)
{
  return role == ENTENTE_ROLE_ADDRESSEE || role == ENTENTE_ROLE_INVITED;
}

/* Does @part, of the one side, act towards @other, of the other side? */
static gboolean
acts_towards (const EntentePart *part, const EntentePart *other)
{
  return part->role == ENTENTE_ROLE_INITIATOR && is_addressed (other->role);
}

static gboolean
takes_part_alike (const EntentePart *part, const EntentePart *other)
{
  return part->role == other->role && !is_addressed (part->role);
}

static gboolean
suits_direction (const EntenteQuery *query, const EntentePart *first, const EntentePart *second)
{
  switch (query->direction) {
  case ENTENTE_FIRST_TO_SECOND:
    return acts_towards (first, second);
  case ENTENTE_SECOND_TO_FIRST:
    return acts_towards (second, first);
  default:
    return acts_towards (first, second) || acts_towards (second, first) ||
           takes_part_alike (first, second);
  }
}

static gboolean
is_between (const Scene *scene, guint32 first, guint32 second)
{
  for (guint i = 0; i < scene->n_parts; i++) {
    const EntentePart *part = &scene->parts[i];

    if (!counts (scene, part) || !meets (scene, part, first))
      continue;
    for (guint k = 0; k < scene->n_parts; k++) {
      const EntentePart *other = &scene->parts[k];

      if (other->actor != part->actor && counts (scene, other) &&
          suits_direction (scene->matcher->query, part, other) && meets (scene, other, second))
        return TRUE;
    }
  }
  return FALSE;
}

/* ---- the criteria ---- */

static inline Scene
look_at (const EntenteMatcher *matcher, const EntenteBlock *block, guint i)
{
  Scene scene = { .matcher = matcher, .block = block, .i = i };

  scene.parts = entente_block_get_parts (block, i, &scene.n_parts);
  return scene;
}

static gboolean
test_match (const Scene *scene)
{
  const EntenteQuery *query = scene->matcher->query;
  const EntenteChosen *chosen = &scene->matcher->actors;

  switch (query->match) {
  case ENTENTE_MATCH_NONE:
    return !has_any (scene, chosen);
  case ENTENTE_MATCH_ALL:
    return has_all (scene, chosen->indexes, chosen->n) &&
           (!query->exclusive || has_only (scene, chosen->indexes, chosen->n));
  case ENTENTE_MATCH_BETWEEN:
    if (chosen->n >= 2)
      return is_between (scene, chosen->indexes[0], chosen->indexes[1]) &&
             (!query->exclusive || has_only (scene, chosen->indexes, 2));
    break;
  case ENTENTE_MATCH_ANY:
    break;
  }
  return has_any (scene, chosen) &&
         (!query->exclusive || has_only (scene, chosen->indexes, chosen->n));
}

static gboolean
has_in_role (const Scene *scene, const EntenteChosen *chosen, gboolean addressed)
{
  for (guint i = 0; i < scene->n_parts; i++) {
    guint role = scene->parts[i].role;

    if ((addressed ? is_addressed (role) : role == ENTENTE_ROLE_INITIATOR) &&
        meets_any (scene, chosen, &scene->parts[i]))
      return TRUE;
  }
  return FALSE;
}

guint32
entente_matcher_test_actors (const EntenteMatcher *matcher, const EntenteBlock *block, guint i)
{
  Scene scene = look_at (matcher, block, i);
  guint32 fails = 0;

  if (matcher->actors.n > 0 && !test_match (&scene))
    fails |= ENTENTE_FAILS (ENTENTE_CRITERION_ACTORS);
  if (matcher->by.n > 0 && !has_in_role (&scene, &matcher->by, FALSE))
    fails |= ENTENTE_FAILS (ENTENTE_CRITERION_BY);
  if (matcher->to.n > 0 && !has_in_role (&scene, &matcher->to, TRUE))
    fails |= ENTENTE_FAILS (ENTENTE_CRITERION_TO);
  return fails;
}

static gboolean
is_among (const EntenteChosen *chosen, guint32 actor)
{
  for (guint i = 0; i < chosen->n; i++) {
    if (chosen->indexes[i] == actor)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_all_and (const Scene *scene, guint32 actor)
{
  const EntenteChosen *chosen = &scene->matcher->actors;
  guint n = chosen->n + 1;
  g_autofree guint32 *actors = g_new (guint32, n);

  for (guint i = 0; i < chosen->n; i++)
    actors[i] = chosen->indexes[i];
  actors[chosen->n] = actor;
  return has_all (scene, actors, n) &&
         (!scene->matcher->query->exclusive || has_only (scene, actors, n));
}

gboolean
entente_matcher_accepts_actor (const EntenteMatcher *matcher,
                               const EntenteBlock *block,
                               guint i,
                               guint32 actor)
{
  Scene scene = look_at (matcher, block, i);
  const EntenteQuery *query = matcher->query;
  const EntenteChosen *chosen = &matcher->actors;
  guint32 pair[2];

  switch (query->match) {
  case ENTENTE_MATCH_NONE:
    return TRUE;
  case ENTENTE_MATCH_ALL:
    return is_among (chosen, actor) ? test_match (&scene) : has_all_and (&scene, actor);
  case ENTENTE_MATCH_BETWEEN:
    if (chosen->n >= 2)
      return TRUE;
    if (chosen->n == 0 || is_among (chosen, actor))
      break;
    pair[0] = chosen->indexes[0];
    pair[1] = actor;
    return is_between (&scene, pair[0], pair[1]) &&
           (!query->exclusive || has_only (&scene, pair, 2));
  case ENTENTE_MATCH_ANY:
    break;
  }
  return !query->exclusive || has_only (&scene, &actor, 1);
}
