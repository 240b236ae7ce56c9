/* Random edits of random studies: what a scholar may do to records, and what is touched by it. */
#include "entente-random-study.h"

static void
note_changed (EntenteStudyEdit *edit, EntenteId id)
{
  g_array_append_val (edit->changed, id);
}

/* One end is enough to be read again: the chronicle knows the other. */
static void
remove_link (EntenteRandomStudy *study, EntenteStudyEdit *edit, guint i)
{
  const EntenteLinkRow *link = &g_array_index (study->links, EntenteLinkRow, i);

  note_changed (edit, entente_random_once_in (2) ? link->from : link->to);
  g_array_remove_index_fast (study->links, i);
}

static void
remove_order (EntenteRandomStudy *study, EntenteStudyEdit *edit, guint i)
{
  const EntenteOrderRow *order = &g_array_index (study->orders, EntenteOrderRow, i);

  note_changed (edit, entente_random_once_in (2) ? order->event : order->other);
  g_array_remove_index_fast (study->orders, i);
}

static void
change_orders (EntenteRandomStudy *study, EntenteStudyEdit *edit)
{
  if (study->orders->len > 0 && entente_random_once_in (2)) {
    remove_order (study, edit, entente_random_pick (study->orders->len));
  } else {
    EntenteOrderRow row = entente_random_study_add_order (study);

    note_changed (edit, entente_random_once_in (2) ? row.event : row.other);
  }
}

static void
remove_event (EntenteRandomStudy *study, EntenteStudyEdit *edit)
{
  guint number = entente_random_pick (study->events->len);
  const EntenteStudyEvent *event = g_ptr_array_index (study->events, number);
  EntenteId id = event->event->record.id;

  for (guint i = study->links->len; i > 0; i--) {
    const EntenteLinkRow *link = &g_array_index (study->links, EntenteLinkRow, i - 1);

    if (link->from == id || link->to == id)
      g_array_remove_index_fast (study->links, i - 1);
  }
  for (guint i = study->orders->len; i > 0; i--) {
    const EntenteOrderRow *order = &g_array_index (study->orders, EntenteOrderRow, i - 1);

    if (order->event == id || order->other == id)
      g_array_remove_index_fast (study->orders, i - 1);
  }
  g_array_append_val (edit->removed, id);
  g_ptr_array_remove_index (study->events, number);
}

static void
change_event (EntenteRandomStudy *study, EntenteStudyEdit *edit)
{
  EntenteStudyEvent *event = entente_random_study_pick_event (study);

  note_changed (edit, event->event->record.id);
  switch (entente_random_pick (4)) {
  case 0:
    entente_random_study_fill_event (study, event->event);
    break;
  case 1:
    entente_random_study_fill_parts (study, event);
    break;
  case 2:
    if (event->claims->len > 0 && entente_random_once_in (2))
      g_array_remove_index (event->claims, entente_random_pick (event->claims->len));
    else
      entente_random_study_add_claim (study, event);
    break;
  default:
    entente_random_study_fill_issues (study, event);
    break;
  }
}

static void
change_links (EntenteRandomStudy *study, EntenteStudyEdit *edit)
{
  if (study->links->len > 0 && entente_random_once_in (2)) {
    remove_link (study, edit, entente_random_pick (study->links->len));
  } else {
    EntenteLinkRow row = entente_random_study_add_link (study);

    note_changed (edit, entente_random_once_in (2) ? row.from : row.to);
  }
}

/* Records that are shared are replaced, never changed. */
static void
change_article (EntenteRandomStudy *study)
{
  guint i = entente_random_pick (study->articles->len);
  EntenteArticle *article = entente_record_copy (g_ptr_array_index (study->articles, i));

  article->origin = entente_random_id_or_none (study->articles, 2);
  entente_record_unref (g_ptr_array_index (study->articles, i));
  g_ptr_array_index (study->articles, i) = article;
}

static void
change_lists (EntenteRandomStudy *study, EntenteStudyEdit *edit)
{
  switch (entente_random_pick (5)) {
  case 0:
    entente_random_study_add_actor (study);
    edit->lists[ENTENTE_ENTITY_ACTOR] = edit->lists[ENTENTE_ENTITY_ALIAS] = TRUE;
    break;
  case 1:
    entente_random_study_add_affiliation (study);
    edit->lists[ENTENTE_ENTITY_AFFILIATION] = TRUE;
    break;
  case 2:
    if (study->affiliations->len > 0)
      g_ptr_array_remove_index_fast (study->affiliations,
                                     entente_random_pick (study->affiliations->len));
    edit->lists[ENTENTE_ENTITY_AFFILIATION] = TRUE;
    break;
  case 3:
    entente_random_study_add_article (study);
    edit->lists[ENTENTE_ENTITY_ARTICLE] = TRUE;
    break;
  default:
    change_article (study);
    edit->lists[ENTENTE_ENTITY_ARTICLE] = TRUE;
    break;
  }
}

/* An actor with an id below all others: every index moves up. */
static void
add_first_actor (EntenteRandomStudy *study, EntenteStudyEdit *edit)
{
  EntenteActor *actor = entente_actor_new ();
  EntenteId first = ((EntenteRecord *) g_ptr_array_index (study->actors, 0))->id;

  actor->record.id = first - 1 - (EntenteId) entente_random_pick (1000);
  actor->name = g_strdup ("First");
  g_ptr_array_insert (study->actors, 0, actor);
  edit->lists[ENTENTE_ENTITY_ACTOR] = TRUE;
}

/* The last actor goes, and all that names it. */
static void
remove_last_actor (EntenteRandomStudy *study, EntenteStudyEdit *edit)
{
  EntenteActor *actor = g_ptr_array_index (study->actors, study->actors->len - 1);
  EntenteId id = actor->record.id;

  for (guint i = study->affiliations->len; i > 0; i--) {
    const EntenteAffiliation *affiliation = g_ptr_array_index (study->affiliations, i - 1);

    if (affiliation->actor == id || affiliation->parent == id)
      g_ptr_array_remove_index (study->affiliations, i - 1);
  }
  for (guint i = 0; i < study->events->len; i++) {
    EntenteStudyEvent *event = g_ptr_array_index (study->events, i);
    gboolean named = FALSE;

    for (guint k = 0; k < event->parts->len; k++) {
      EntenteParticipationRow *row = &g_array_index (event->parts, EntenteParticipationRow, k);

      named = named || row->actor == id || row->speaks_for == id;
    }
    for (guint k = 0; k < event->claims->len; k++) {
      EntenteClaimRow *row = &g_array_index (event->claims, EntenteClaimRow, k);

      named = named || row->outlet == id || row->speaker == id;
    }
    if (named) {
      g_array_set_size (event->parts, 0);
      g_array_set_size (event->claims, 0);
      note_changed (edit, event->event->record.id);
    }
  }
  g_ptr_array_remove_index (study->actors, study->actors->len - 1);
  edit->lists[ENTENTE_ENTITY_ACTOR] = edit->lists[ENTENTE_ENTITY_AFFILIATION] = TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EntenteId first = *(const EntenteId *) a;
  EntenteId second = *(const EntenteId *) b;

  return (first > second) - (first < second);
}

/* Changed events that still exist, sorted, each once. */
static void
settle_edit (const EntenteRandomStudy *study, EntenteStudyEdit *edit)
{
  g_autoptr (GArray) all = g_steal_pointer (&edit->changed);

  edit->changed = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_array_sort (all, compare_ids);
  for (guint i = 0; i < all->len; i++) {
    EntenteId id = g_array_index (all, EntenteId, i);

    if ((i == 0 || g_array_index (all, EntenteId, i - 1) != id) &&
        entente_random_study_find (study, id) != NULL)
      g_array_append_val (edit->changed, id);
  }
}

static void
edit_once (EntenteRandomStudy *study, EntenteStudyEdit *edit)
{
  guint choice = entente_random_pick (24);

  if (choice < 5 || study->events->len < 2)
    note_changed (edit, entente_random_study_add_event (study)->event->record.id);
  else if (choice < 9)
    remove_event (study, edit);
  else if (choice < 16)
    change_event (study, edit);
  else if (choice < 20)
    change_links (study, edit);
  else if (choice < 22)
    change_lists (study, edit);
  else if (choice == 22)
    add_first_actor (study, edit);
  else
    remove_last_actor (study, edit);
}

EntenteStudyEdit *
entente_random_study_edit (EntenteRandomStudy *study)
{
  EntenteStudyEdit *edit = g_new0 (EntenteStudyEdit, 1);

  edit->changed = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  edit->removed = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  for (guint i = 1 + entente_random_pick (3); i > 0; i--)
    edit_once (study, edit);
  if (study->orders->len > 0 && entente_random_once_in (2))
    change_orders (study, edit);
  settle_edit (study, edit);
  return edit;
}

void
entente_study_edit_free (EntenteStudyEdit *edit)
{
  g_array_unref (edit->changed);
  g_array_unref (edit->removed);
  g_free (edit);
}
