/* In three rounds: who, how they are called, where they belong. Each round looks up what the rounds
 * before it made. */
#include "config.h"

#include "entente-actor-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-actor-codes.h"
#include "entente-actor-guess.h"
#include "entente-confusables.h"

#define MAX_REMARKS 1000
#define SEVERAL ((EntenteId) -1) /* no id is negative */

typedef struct {
  EntenteActorImport *made;
  const EntenteChronicle *chronicle;
  GHashTable *known; /* folded name of the study -> its actor, or SEVERAL */
  GHashTable *names; /* the same with those of the file */
  GHashTable *codes; /* CAMEO code -> who bears it */
  GHashTable *skeletons; /* of the names of the study -> a name */
  GHashTable *ties; /* what is said of whom already */
  GPtrArray *aliases, *affiliations; /* records, to stand behind all actors */
} Import;

static void
remark (Import *self, char *sentence)
{
  if (self->made->remarks->len < MAX_REMARKS)
    g_ptr_array_add (self->made->remarks, sentence);
  else
    g_free (sentence);
}

/* ---- indexes ---- */

static EntenteId
look_up (GHashTable *table, const char *key)
{
  const EntenteId *id = g_hash_table_lookup (table, key);

  return id != NULL ? *id : ENTENTE_ID_NONE;
}

/* Takes @key. A name that somebody else bears too is that of several. */
static void
index_key (GHashTable *table, char *key, EntenteId id)
{
  EntenteId *there = g_hash_table_lookup (table, key);

  if (there == NULL) {
    g_hash_table_insert (table, key, g_memdup2 (&id, sizeof id));
    return;
  }
  if (*there != id)
    *there = SEVERAL;
  g_free (key);
}

static void
index_name (Import *self, const char *name, EntenteId id)
{
  if (name == NULL || name[0] == '\0')
    return;
  index_key (self->known, entente_name_fold (name), id);
  index_key (self->names, entente_name_fold (name), id);
  g_hash_table_insert (self->skeletons, entente_confusables_get_skeleton (name), g_strdup (name));
}

/* The first keeps it; a person bears no code of a body. */
static void
index_code (Import *self, const EntenteActor *actor)
{
  if (actor->cameo != NULL && actor->kind != ENTENTE_ACTOR_PERSON &&
      !g_hash_table_contains (self->codes, actor->cameo))
    g_hash_table_insert (self->codes,
                         g_strdup (actor->cameo),
                         g_memdup2 (&actor->record.id, sizeof actor->record.id));
}

static char *
make_tie_key (const EntenteAffiliation *tie)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s|%s|%s",
                          tie->actor,
                          tie->parent,
                          tie->role != NULL ? tie->role : "",
                          tie->from != NULL ? tie->from->edtf : "-",
                          tie->to != NULL ? tie->to->edtf : "-");
}

static void
index_actor (Import *self, guint32 index)
{
  const EntenteActor *actor = entente_chronicle_get_actor (self->chronicle, index);
  const EntenteAlias *const *aliases;
  const EntenteAffiliation *const *ties;
  guint n;

  index_name (self, actor->name, actor->record.id);
  index_name (self, actor->short_label, actor->record.id);
  index_code (self, actor);
  aliases = entente_chronicle_get_aliases (self->chronicle, index, &n);
  for (guint i = 0; i < n; i++)
    index_name (self, aliases[i]->text, actor->record.id);
  ties = entente_chronicle_get_affiliations (self->chronicle, index, &n);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->ties, make_tie_key (ties[i]));
}

/* ---- who ---- */

static void
warn_of_look_alike (Import *self, const char *name)
{
  g_autofree char *skeleton = entente_confusables_get_skeleton (name);
  const char *like = g_hash_table_lookup (self->skeletons, skeleton);

  if (like == NULL)
    return;
  self->made->counts.n_alike++;
  remark (
    self,
    g_strdup_printf (_ ("“%s” looks like “%s”, which is written with other letters."), name, like));
}

/* @actor, which is not shared yet, gets an id and is kept. Taken. */
static EntenteId
add_actor (Import *self, EntenteActor *actor)
{
  actor->record.id = entente_id_new ();
  g_ptr_array_add (self->made->records, actor);
  index_key (self->names, entente_name_fold (actor->name), actor->record.id);
  index_code (self, actor);
  return actor->record.id;
}

/* The actor of the draft; none when several bear its name. */
static EntenteId
take_actor (Import *self, const EntenteActorDraft *draft)
{
  g_autofree char *folded = entente_name_fold (draft->actor->name);
  EntenteId id = look_up (self->known, folded);

  if (id == SEVERAL) {
    self->made->counts.n_skipped++;
    remark (self,
            g_strdup_printf (_ ("“%s” is a name that several actors of the study bear; it is left "
                                "out."),
                             draft->actor->name));
    return ENTENTE_ID_NONE;
  }
  if (id != ENTENTE_ID_NONE) {
    const EntenteActor *there =
      entente_chronicle_get_actor (self->chronicle,
                                   entente_chronicle_find_actor (self->chronicle, id));

    self->made->counts.n_known++;
    if (draft->actor->cameo != NULL && there->kind != ENTENTE_ACTOR_PERSON &&
        !g_hash_table_contains (self->codes, draft->actor->cameo))
      g_hash_table_insert (self->codes, g_strdup (draft->actor->cameo), g_memdup2 (&id, sizeof id));
    return id;
  }
  warn_of_look_alike (self, draft->actor->name);
  self->made->counts.n_actors++;
  return add_actor (self, entente_actor_copy (draft->actor));
}

/* ---- how they are called ---- */

static void
take_aliases (Import *self, const EntenteActorDraft *draft, EntenteId id)
{
  for (guint i = 0; i < draft->aliases->len; i++) {
    const EntenteAlias *alias = draft->aliases->pdata[i];
    g_autofree char *folded = entente_name_fold (alias->text);
    EntenteId owner = look_up (self->names, folded);
    EntenteAlias *copy;

    if (owner != ENTENTE_ID_NONE || folded[0] == '\0') {
      self->made->counts.n_taken += owner != id && owner != ENTENTE_ID_NONE;
      continue;
    }
    copy = entente_alias_copy (alias);
    copy->record.id = entente_id_new ();
    copy->actor = id;
    g_ptr_array_add (self->aliases, copy);
    self->made->counts.n_aliases++;
    index_key (self->names, g_steal_pointer (&folded), id);
  }
}

/* ---- where they belong ---- */

/* Takes @tie, which has no id. */
static void
add_tie (Import *self, EntenteAffiliation *tie)
{
  if (tie->actor == tie->parent || !g_hash_table_add (self->ties, make_tie_key (tie))) {
    entente_affiliation_unref (tie);
    return;
  }
  tie->record.id = entente_id_new ();
  g_ptr_array_add (self->affiliations, tie);
  self->made->counts.n_affiliations++;
}

static EntenteId
make_body (Import *self, const char *name, int kind, const char *iso3166, const char *cameo)
{
  EntenteActor *actor = entente_actor_new ();

  actor->name = g_strdup (name);
  actor->kind = kind;
  actor->iso3166 = g_strdup (iso3166);
  actor->cameo = g_strdup (cameo);
  self->made->counts.n_bodies++;
  return add_actor (self, actor);
}

/* The only one who bears this name, or none. */
static EntenteId
find_by_name (Import *self, const char *name)
{
  g_autofree char *folded = entente_name_fold (name);
  EntenteId id = look_up (self->names, folded);

  return id == SEVERAL ? ENTENTE_ID_NONE : id;
}

static EntenteId ensure_code (Import *self, const char *code);

/* "Government (Afghanistan)", as tables of events call it. */
static EntenteId
ensure_office (Import *self, const char *code, const EntenteActorCode *country)
{
  const EntenteActorCode *role = entente_actor_code_find (code + 3);
  g_autofree char *name = g_strdup_printf ("%s (%s)", role->name, country->name);
  g_autofree char *state = NULL;
  EntenteId id = find_by_name (self, name);
  EntenteAffiliation *tie;

  if (id != ENTENTE_ID_NONE)
    return id;
  id = make_body (self, name, (int) role->kind, NULL, code);
  if (!role->of_state)
    return id;
  state = g_strndup (code, 3);
  tie = entente_affiliation_new ();
  tie->actor = id;
  tie->parent = ensure_code (self, state);
  add_tie (self, tie);
  return id;
}

/* Who bears the code, made when nobody does. Codes are those that a reader let pass. */
static EntenteId
ensure_code (Import *self, const char *code)
{
  const EntenteActorCode *first = entente_actor_code_find (code);
  EntenteId id = look_up (self->codes, code);

  if (id != ENTENTE_ID_NONE || first == NULL)
    return id;
  if (first->group == ENTENTE_CODE_COUNTRY && code[3] != '\0')
    id = ensure_office (self, code, first);
  else if (first->group == ENTENTE_CODE_COUNTRY)
    id = find_by_name (self, first->name);
  if (id == ENTENTE_ID_NONE)
    id = make_body (self,
                    first->group == ENTENTE_CODE_COUNTRY ? first->name : code,
                    (int) first->kind,
                    first->iso3166,
                    code);
  if (!g_hash_table_contains (self->codes, code))
    g_hash_table_insert (self->codes, g_strdup (code), g_memdup2 (&id, sizeof id));
  return id;
}

static EntenteId
ensure_parent (Import *self, const EntenteActorTie *tie)
{
  const char *iso = NULL;
  EntenteActorKind kind;
  EntenteId id;

  if (tie->parent == NULL)
    return ensure_code (self, tie->code);
  id = find_by_name (self, tie->parent);
  if (id != ENTENTE_ID_NONE)
    return id;
  kind = entente_actor_guess_kind (tie->parent, &iso);
  return make_body (self, tie->parent, (int) kind, iso, NULL);
}

static void
take_ties (Import *self, const EntenteActorDraft *draft, EntenteId id)
{
  for (guint i = 0; i < draft->ties->len; i++) {
    const EntenteActorTie *tie = draft->ties->pdata[i];
    EntenteAffiliation *copy = entente_affiliation_copy (tie->affiliation);

    copy->actor = id;
    copy->parent = ensure_parent (self, tie);
    if (copy->parent != ENTENTE_ID_NONE)
      add_tie (self, copy);
    else
      entente_affiliation_unref (copy);
  }
}

/* ---- all ---- */

static void
begin (Import *self, const EntenteChronicle *chronicle, const EntenteActorDrafts *drafts)
{
  self->chronicle = chronicle;
  self->made = g_new0 (EntenteActorImport, 1);
  self->made->records = g_ptr_array_new_with_free_func (entente_record_unref);
  self->made->remarks = g_ptr_array_new_with_free_func (g_free);
  self->made->counts.n_skipped = drafts->n_skipped;
  for (guint i = 0; i < drafts->skipped->len; i++)
    remark (self, g_strdup (drafts->skipped->pdata[i]));
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->skeletons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->aliases = g_ptr_array_new ();
  self->affiliations = g_ptr_array_new ();
  for (guint32 i = 0; i < entente_chronicle_get_n_actors (chronicle); i++)
    index_actor (self, i);
}

static EntenteActorImport *
end (Import *self)
{
  g_ptr_array_extend_and_steal (self->made->records, self->aliases);
  g_ptr_array_extend_and_steal (self->made->records, self->affiliations);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->skeletons);
  g_hash_table_unref (self->ties);
  return self->made;
}

EntenteActorImport *
entente_actor_import_new (const EntenteChronicle *chronicle, const EntenteActorDrafts *drafts)
{
  Import self = { 0 };
  g_autofree EntenteId *ids = g_new (EntenteId, drafts->drafts->len + 1);

  begin (&self, chronicle, drafts);
  for (guint i = 0; i < drafts->drafts->len; i++)
    ids[i] = take_actor (&self, drafts->drafts->pdata[i]);
  for (guint i = 0; i < drafts->drafts->len; i++)
    if (ids[i] != ENTENTE_ID_NONE)
      take_aliases (&self, drafts->drafts->pdata[i], ids[i]);
  for (guint i = 0; i < drafts->drafts->len; i++)
    if (ids[i] != ENTENTE_ID_NONE)
      take_ties (&self, drafts->drafts->pdata[i], ids[i]);
  return end (&self);
}

void
entente_actor_import_free (EntenteActorImport *self)
{
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

/* ---- in words ---- */

/* Takes @part, of @n things. */
static void
add_part (GString *words, char *part, guint n)
{
  if (n > 0)
    g_string_append_printf (words, ", %s", part);
  g_free (part);
}

char *
entente_actor_import_describe (const EntenteActorImportCounts *counts)
{
  g_autofree char *first =
    g_strdup_printf (ngettext ("%u actor added", "%u actors added", counts->n_actors),
                     counts->n_actors);
  GString *words = g_string_new (first);

  add_part (words,
            g_strdup_printf (ngettext ("%u known already", "%u known already", counts->n_known),
                             counts->n_known),
            counts->n_known);
  add_part (words,
            g_strdup_printf (ngettext ("%u body made", "%u bodies made", counts->n_bodies),
                             counts->n_bodies),
            counts->n_bodies);
  add_part (words,
            g_strdup_printf (ngettext ("%u other name", "%u other names", counts->n_aliases),
                             counts->n_aliases),
            counts->n_aliases);
  add_part (words,
            g_strdup_printf (ngettext ("%u affiliation", "%u affiliations", counts->n_affiliations),
                             counts->n_affiliations),
            counts->n_affiliations);
  add_part (words,
            g_strdup_printf (ngettext ("%u name left out that somebody else bears",
                                       "%u names left out that others bear",
                                       counts->n_taken),
                             counts->n_taken),
            counts->n_taken);
  add_part (words,
            g_strdup_printf (ngettext ("%u look-alike", "%u look-alikes", counts->n_alike),
                             counts->n_alike),
            counts->n_alike);
  add_part (words,
            g_strdup_printf (ngettext ("%u line left out", "%u lines left out", counts->n_skipped),
                             counts->n_skipped),
            counts->n_skipped);
  return g_string_free (words, FALSE);
}
