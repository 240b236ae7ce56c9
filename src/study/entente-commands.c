/* Commands: what a person does to a study, each as one step.
 *
 * Pure: a command says what would change; entente_study_apply() does it, when it is its turn. An
 * edit is the least difference between what a person saw and what shall be there, so that history
 * and undo tell what a person did, and an edit that had to wait leaves alone what was changed
 * meanwhile.
 */

#include "config.h"

#include "entente-commands-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- events ---- */

/* A passage that is in the study already has an id. */
static void
insert_claim (EntenteStep *step, EntenteClaim *claim, EntentePassage *passage)
{
  if (passage && passage->record.id == ENTENTE_ID_NONE) {
    entente_commands_ensure_id (passage);
    entente_step_insert (step, passage);
  }
  if (passage)
    claim->passage = passage->record.id;
  entente_commands_ensure_id (claim);
  entente_step_insert (step, claim);
}

EntenteStep *
entente_commands_add_event (EntenteEvent *event,
                            GPtrArray *participations,
                            EntenteClaim *claim,
                            EntentePassage *passage)
{
  EntenteStep *step = entente_commands_begin (ENTENTE_ENTITY_EVENT, ENTENTE_INSERT);

  entente_commands_ensure_id (event);
  if (event->telling == 0 && passage)
    event->telling = passage->start;
  entente_step_insert (step, event);
  for (guint i = 0; participations && i < participations->len; i++) {
    EntenteParticipation *part = g_ptr_array_index (participations, i);

    part->event = event->record.id;
    entente_commands_ensure_id (part);
    entente_step_insert (step, part);
  }
  if (claim) {
    claim->event = event->record.id;
    insert_claim (step, claim, passage);
  }
  return step;
}

EntenteStep *
entente_commands_add_claim (EntenteClaim *claim, EntentePassage *passage)
{
  EntenteStep *step = entente_commands_begin (ENTENTE_ENTITY_CLAIM, ENTENTE_INSERT);

  insert_claim (step, claim, passage);
  return step;
}

EntenteStep *
entente_commands_add_link (EntenteId from,
                           EntenteId to,
                           EntenteLinkType type,
                           EntenteLinkBasis basis)
{
  g_autoptr (EntenteLink) link = entente_link_new ();

  link->from = from;
  link->to = to;
  link->type = type;
  link->basis = basis;
  return entente_commands_put (link);
}

EntenteStep *
entente_commands_add_order (EntenteId event,
                            EntenteId other,
                            EntenteOrderRelation relation,
                            gint64 days)
{
  g_autoptr (EntenteOrder) order = entente_order_new ();

  order->event = event;
  order->other = other;
  order->relation = (int) relation;
  order->days = days;
  return entente_commands_put (order);
}

void
entente_commands_insert_first (EntenteStep *step, const GPtrArray *records)
{
  guint n = step->changes->len;
  g_autofree gpointer *changes = NULL;

  if (records->len == 0)
    return;
  for (guint i = 0; i < records->len; i++)
    entente_step_insert (step, records->pdata[i]);
  changes = g_memdup2 (step->changes->pdata, (n + records->len) * sizeof (gpointer));
  memcpy (step->changes->pdata, changes + n, records->len * sizeof (gpointer));
  memcpy (step->changes->pdata + records->len, changes, n * sizeof (gpointer));
}

/* ---- differences ---- */

static gboolean
is_same_part (gconstpointer a, gconstpointer b)
{
  const EntenteParticipation *one = a, *other = b;

  return one->actor == other->actor && one->role == other->role &&
         one->speaks_for == other->speaks_for;
}

static gboolean
is_same_alias (gconstpointer a, gconstpointer b)
{
  const EntenteAlias *one = a, *other = b;

  return g_strcmp0 (one->text, other->text) == 0;
}

static gboolean
is_same_affiliation (gconstpointer a, gconstpointer b)
{
  const EntenteAffiliation *one = a, *other = b;

  return one->parent == other->parent && g_strcmp0 (one->role, other->role) == 0;
}

/* The record of @list with this id, taken off it; NULL when there is none. */
static gpointer
take_by_id (GPtrArray *list, EntenteId id)
{
  for (guint i = 0; i < list->len; i++) {
    EntenteRecord *record = g_ptr_array_index (list, i);

    if (id != ENTENTE_ID_NONE && record->id == id)
      return g_ptr_array_steal_index (list, i);
  }
  return NULL;
}

static gpointer
take_alike (GPtrArray *list, gconstpointer record, GEqualFunc is_alike)
{
  for (guint i = 0; i < list->len; i++)
    if (is_alike (g_ptr_array_index (list, i), record))
      return g_ptr_array_steal_index (list, i);
  return NULL;
}

static void
update_if_changed (EntenteStep *step, gconstpointer old, gconstpointer wanted)
{
  EntenteFieldMask fields = entente_record_compare_fields (old, wanted);

  if (fields != 0)
    entente_step_update_fields (step, (gpointer) wanted, fields);
}

EntenteStep *
entente_commands_change (gconstpointer old, gconstpointer wanted)
{
  EntenteStep *step =
    entente_commands_begin (((const EntenteRecord *) wanted)->entity, ENTENTE_UPDATE);

  update_if_changed (step, old, wanted);
  return step;
}

/* @wanted without id stands for an old record that is alike, whose id it takes; else it is new. */
static void
merge_one (EntenteStep *step, GPtrArray *old, gconstpointer wanted, GEqualFunc is_alike)
{
  g_autoptr (EntenteRecord) match = take_by_id (old, ((const EntenteRecord *) wanted)->id);
  g_autoptr (EntenteRecord) copy = NULL;

  if (match) {
    update_if_changed (step, match, wanted);
    return;
  }
  copy = entente_record_copy (wanted);
  match = copy->id == ENTENTE_ID_NONE ? take_alike (old, wanted, is_alike) : NULL;
  if (match) {
    copy->id = match->id;
    update_if_changed (step, match, copy);
  } else {
    entente_commands_ensure_id (copy);
    entente_step_insert (step, copy);
  }
}

static GPtrArray *
copy_list (GPtrArray *list)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (entente_record_unref);

  for (guint i = 0; list && i < list->len; i++)
    g_ptr_array_add (copies, entente_record_copy (g_ptr_array_index (list, i)));
  return copies;
}

/* The changes that make @old into @wanted; what is left of @old afterwards is deleted. */
static void
merge_lists (EntenteStep *step, GPtrArray *old, GPtrArray *wanted, GEqualFunc is_alike)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < wanted->len; i++) {
      const EntenteRecord *record = g_ptr_array_index (wanted, i);

      if ((record->id == ENTENTE_ID_NONE) == (pass == 1))
        merge_one (step, old, record, is_alike);
    }
  for (guint i = 0; i < old->len; i++) {
    const EntenteRecord *record = g_ptr_array_index (old, i);

    entente_step_delete (step, record->entity, record->id);
  }
}

EntenteStep *
entente_commands_change_event (const EntenteEvent *old,
                               GPtrArray *old_participations,
                               const EntenteEvent *event,
                               GPtrArray *participations)
{
  EntenteStep *step = entente_commands_begin (ENTENTE_ENTITY_EVENT, ENTENTE_UPDATE);
  g_autoptr (GPtrArray) parts = copy_list (old_participations);
  g_autoptr (GPtrArray) wanted = copy_list (participations);

  update_if_changed (step, old, event);
  for (guint i = 0; i < wanted->len; i++)
    ((EntenteParticipation *) g_ptr_array_index (wanted, i))->event = event->record.id;
  merge_lists (step, parts, wanted, is_same_part);
  return step;
}

EntenteStep *
entente_commands_edit_event (EntenteStudy *study,
                             const EntenteEvent *event,
                             GPtrArray *participations,
                             GError **error)
{
  EntenteStore *store = entente_study_get_store (study);
  EntenteId id = event->record.id;
  g_autoptr (EntenteEvent) old = entente_store_get (store, ENTENTE_ENTITY_EVENT, id, error);
  g_autoptr (GPtrArray) parts = NULL;

  if (!old || !(parts = entente_store_list_of (store,
                                               ENTENTE_ENTITY_PARTICIPATION,
                                               ENTENTE_ENTITY_EVENT,
                                               id,
                                               error)))
    return NULL;
  return entente_commands_change_event (old, parts, event, participations);
}

EntenteStep *
entente_commands_delete_events (const EntenteId *events, guint n)
{
  EntenteStep *step;
  g_autofree char *label = g_strdup_printf (ngettext ("Delete %u event", "Delete %u events", n), n);

  step = n == 1 ? entente_commands_begin (ENTENTE_ENTITY_EVENT, ENTENTE_DELETE)
                : entente_step_new (label);
  for (guint i = 0; i < n; i++)
    entente_step_delete (step, ENTENTE_ENTITY_EVENT, events[i]);
  return step;
}

/* ---- actors ---- */

EntenteStep *
entente_commands_add_actor (EntenteActor *actor, GPtrArray *aliases, GPtrArray *affiliations)
{
  EntenteStep *step = entente_commands_begin (ENTENTE_ENTITY_ACTOR, ENTENTE_INSERT);

  entente_commands_ensure_id (actor);
  entente_step_insert (step, actor);
  for (guint i = 0; aliases && i < aliases->len; i++) {
    EntenteAlias *alias = g_ptr_array_index (aliases, i);

    alias->actor = actor->record.id;
    entente_commands_ensure_id (alias);
    entente_step_insert (step, alias);
  }
  for (guint i = 0; affiliations && i < affiliations->len; i++) {
    EntenteAffiliation *affiliation = g_ptr_array_index (affiliations, i);

    affiliation->actor = actor->record.id;
    entente_commands_ensure_id (affiliation);
    entente_step_insert (step, affiliation);
  }
  return step;
}

EntenteStep *
entente_commands_change_actor (const EntenteWholeActor *old, const EntenteWholeActor *wanted)
{
  EntenteStep *step = entente_commands_begin (ENTENTE_ENTITY_ACTOR, ENTENTE_UPDATE);
  EntenteId id = wanted->actor->record.id;
  g_autoptr (GPtrArray) old_aliases = copy_list (old->aliases);
  g_autoptr (GPtrArray) old_affiliations = copy_list (old->affiliations);
  g_autoptr (GPtrArray) new_aliases = copy_list (wanted->aliases);
  g_autoptr (GPtrArray) new_affiliations = copy_list (wanted->affiliations);

  update_if_changed (step, old->actor, wanted->actor);
  for (guint i = 0; i < new_aliases->len; i++)
    ((EntenteAlias *) g_ptr_array_index (new_aliases, i))->actor = id;
  for (guint i = 0; i < new_affiliations->len; i++)
    ((EntenteAffiliation *) g_ptr_array_index (new_affiliations, i))->actor = id;
  merge_lists (step, old_aliases, new_aliases, is_same_alias);
  merge_lists (step, old_affiliations, new_affiliations, is_same_affiliation);
  return step;
}

/* ---- articles ---- */

/* Text and notes of an article that has its id. With @base not 0 they get ids from there on. */
void
entente_commands_insert_text (EntenteStep *step,
                              const EntenteArticleDraft *draft,
                              EntenteId article,
                              EntenteId base)
{
  g_autoptr (EntenteRevision) revision = entente_revision_copy (draft->revision);

  revision->record.id = base;
  revision->article = article;
  if (revision->number == 0)
    revision->number = 1;
  entente_commands_ensure_id (revision);
  entente_step_insert (step, revision);
  for (guint i = 0; draft->footnotes && i < draft->footnotes->len; i++) {
    g_autoptr (EntenteFootnote) note =
      entente_footnote_copy (g_ptr_array_index (draft->footnotes, i));

    note->record.id = entente_commands_part_id (base, i);
    note->revision = revision->record.id;
    entente_commands_ensure_id (note);
    entente_step_insert (step, note);
  }
}

static EntenteId
insert_article (EntenteStep *step, const EntenteArticleDraft *draft)
{
  g_autoptr (EntenteArticle) article = entente_article_copy (draft->article);

  entente_commands_ensure_id (article);
  entente_step_insert (step, article);
  entente_commands_insert_text (step, draft, article->record.id, ENTENTE_ID_NONE);
  return article->record.id;
}

EntenteStep *
entente_commands_add_article (const EntenteArticleDraft *draft, EntenteId *id)
{
  g_autofree char *label = g_strdup_printf (_ ("Import “%s”"), draft->article->title);
  EntenteStep *step = entente_step_new (label);

  *id = insert_article (step, draft);
  return step;
}

EntenteStep *
entente_commands_add_articles (const GPtrArray *drafts, EntenteId *ids)
{
  g_autofree char *label = NULL;
  EntenteStep *step;

  if (drafts->len == 1)
    return entente_commands_add_article (drafts->pdata[0], ids);
  label = g_strdup_printf (ngettext ("Import %u article", "Import %u articles", drafts->len),
                           drafts->len);
  step = entente_step_new (label);
  for (guint i = 0; i < drafts->len; i++)
    ids[i] = insert_article (step, drafts->pdata[i]);
  return step;
}
