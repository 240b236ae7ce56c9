/* The lanes of a body that is unfolded: one for what it did itself, then one for each of its
 * members, and so on for those of them that are unfolded too. A row lies in one of them, by who led
 * it and how that actor belonged to the body at the date of the row. Whoever belongs to each other
 * in a circle has one lane all the same. Any thread.
 */
#include "config.h"

#include "entente-lanes-private.h"

typedef struct {
  EntenteLanesBuild *build;
  guint32 body; /* the top of all */
  guint top; /* its lane */
  GArray *path; /* guint32 actors from the body to the node under way */
} Unfolding;

/* What one member has. */
typedef struct {
  guint32 actor;
  GArray *rows; /* guint32 */
  gboolean has_others; /* rows that not this actor led, but a member of it */
} Share;

static gboolean
contains (const GArray *actors, guint32 actor)
{
  for (guint i = 0; i < actors->len; i++)
    if (g_array_index (actors, guint32, i) == actor)
      return TRUE;
  return FALSE;
}

/* The member that led the move in the name of @body; @body when it did so itself. */
static guint32
find_leader (const EntenteLanes *self, guint row, guint32 body)
{
  EntenteSpan window = entente_chronicle_get_window (self->chronicle, row);
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (self->chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (entente_role_is_matching (parts[i].role) &&
        (parts[i].actor == body ||
         entente_chronicle_get_body (self->chronicle, parts[i].actor, window) == body))
      return parts[i].actor;
  return body;
}

/* Index of the body of an affiliation of @actor that held at some time in @window;
 * ENTENTE_NO_INDEX: it did not. */
static guint32
get_parent (const EntenteLanes *self,
            guint32 actor,
            const EntenteAffiliation *affiliation,
            EntenteSpan window)
{
  guint32 parent = entente_chronicle_find_actor (self->chronicle, affiliation->parent);

  return parent != ENTENTE_NO_INDEX &&
             entente_chronicle_stands_for (self->chronicle, actor, parent, window, FALSE)
           ? parent
           : ENTENTE_NO_INDEX;
}

/* From @actor upwards, the last one below @node; ENTENTE_NO_INDEX when no way leads there. @seen:
 * who needs not be asked again. */
static guint32
climb (const EntenteLanes *self, guint32 actor, guint32 node, EntenteSpan window, GArray *seen)
{
  guint n;
  const EntenteAffiliation *const *affiliations =
    entente_chronicle_get_affiliations (self->chronicle, actor, &n);

  for (guint i = 0; i < n; i++)
    if (get_parent (self, actor, affiliations[i], window) == node)
      return actor;
  for (guint i = 0; i < n; i++) {
    guint32 parent = get_parent (self, actor, affiliations[i], window), found;

    if (parent == ENTENTE_NO_INDEX || contains (seen, parent))
      continue;
    g_array_append_val (seen, parent);
    found = climb (self, parent, node, window, seen);
    if (found != ENTENTE_NO_INDEX)
      return found;
  }
  return ENTENTE_NO_INDEX;
}

/* The member of @node below which the move lies; @node when it did so itself. */
static guint32
find_member (Unfolding *unfolding, guint row, guint32 node, guint32 *leader)
{
  const EntenteLanes *self = unfolding->build->lanes;
  EntenteSpan window = entente_chronicle_get_window (self->chronicle, row);
  g_autoptr (GArray) seen = NULL;
  guint32 member;

  *leader = find_leader (self, row, unfolding->body);
  if (*leader == node || contains (unfolding->path, *leader))
    return node;
  seen = g_array_copy (unfolding->path);
  g_array_append_val (seen, *leader);
  member = climb (self, *leader, node, window, seen);
  return member != ENTENTE_NO_INDEX ? member : *leader;
}

static Share *
get_share (GHashTable *places, GArray *shares, guint32 actor)
{
  gpointer place = g_hash_table_lookup (places, GUINT_TO_POINTER (actor));
  Share share = { actor, NULL, FALSE };

  if (place == NULL) {
    share.rows = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_append_val (shares, share);
    place = GUINT_TO_POINTER (shares->len);
    g_hash_table_insert (places, GUINT_TO_POINTER (actor), place);
  }
  return &g_array_index (shares, Share, GPOINTER_TO_UINT (place) - 1);
}

/* Shares of @node, its own first. */
static GArray *
divide (Unfolding *unfolding, guint32 node, const guint32 *rows, guint n)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));

  get_share (places, shares, node);
  for (guint i = 0; i < n; i++) {
    guint32 leader, member = find_member (unfolding, rows[i], node, &leader);
    Share *share = get_share (places, shares, member);

    g_array_append_val (share->rows, rows[i]);
    share->has_others = share->has_others || leader != member;
  }
  return shares;
}

static guint
add_member_lane (Unfolding *unfolding, guint32 actor, guint above)
{
  EntenteLanesBuild *build = unfolding->build;
  EntenteLanes *self = build->lanes;
  EntenteLaneDraft *lane = entente_lanes_add_value_lane (build, unfolding->body);

  if (above != ENTENTE_NO_INDEX) {
    g_free (lane->name);
    lane->name = entente_lane_field_get_name (self->field, self->chronicle, actor);
    entente_lanes_set_actor (self, lane, actor);
    lane->lane.parent = unfolding->top;
    lane->lane.above = above;
    lane->lane.depth = unfolding->path->len;
  }
  return self->lanes->len - 1;
}

static void
add_node (Unfolding *unfolding, Share *share, guint above)
{
  EntenteLanes *self = unfolding->build->lanes;
  guint at = add_member_lane (unfolding, share->actor, above);
  EntenteId id = lanes_get_key_id (self, share->actor);
  gboolean unfolds = above == ENTENTE_NO_INDEX ||
                     (share->has_others && entente_lanes_is_unfolded (unfolding->build, id));
  g_autoptr (GArray) shares = NULL;

  lanes_get_draft (self, at)->lane.has_members = share->has_others;
  lanes_get_draft (self, at)->lane.unfolded = unfolds;
  if (!unfolds) {
    lanes_get_draft (self, at)->own_rows = share->rows;
    return;
  }
  shares = divide (unfolding,
                   share->actor,
                   (const guint32 *) (gpointer) share->rows->data,
                   share->rows->len);
  g_array_unref (share->rows);
  lanes_get_draft (self, at)->own_rows = g_array_index (shares, Share, 0).rows;
  g_array_append_val (unfolding->path, share->actor);
  for (guint i = 1; i < shares->len; i++)
    add_node (unfolding, &g_array_index (shares, Share, i), at);
  g_array_set_size (unfolding->path, unfolding->path->len - 1);
}

void
entente_lanes_add_unfolded (EntenteLanesBuild *build, guint32 body)
{
  EntenteLanes *self = build->lanes;
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));
  Unfolding unfolding = { build, body, self->lanes->len, path };
  Share all = { body, g_array_new (FALSE, FALSE, sizeof (guint32)), TRUE };
  guint n;
  const guint32 *rows = entente_lane_index_get_rows (self->index, body, &n);

  if (n > 0)
    g_array_append_vals (all.rows, rows, n);
  add_node (&unfolding, &all, ENTENTE_NO_INDEX);
}

/* What an unfolded member made is what those below it made too, as of a body. */
void
entente_lanes_count_members (EntenteLanes *self)
{
  for (guint i = self->lanes->len; i > 0; i--) {
    const EntenteLane *lane = &lanes_get_draft (self, i - 1)->lane;
    EntenteLane *above;

    if (lane->above == ENTENTE_NO_INDEX)
      continue;
    above = &lanes_get_draft (self, lane->above)->lane;
    if (above->parent == ENTENTE_NO_INDEX)
      continue;
    above->n_made += lane->n_made;
    above->n_total += lane->n_total;
  }
}
