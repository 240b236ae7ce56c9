/* Rows are found by the voices in the columns, so that only few events are read whole. Any
 * thread. */
#include "config.h"

#include "entente-account.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROWS_PER_LOOK 4096
#define SHORT_CHARS 28 /* of a title */

const char *
entente_account_kind_get_nick (EntenteAccountKind kind)
{
  static const char *const nicks[] = { "article", "outlet", "party" };

  return nicks[kind];
}

const char *
entente_account_kind_get_label (EntenteAccountKind kind)
{
  static const char *const labels[] = { N_ ("Article"), N_ ("Outlet"), N_ ("Party") };

  return _ (labels[kind]);
}

EntenteAccount *
entente_account_new (EntenteAccountKind kind, EntenteId id, const char *name)
{
  EntenteAccount *self = g_atomic_rc_box_new0 (EntenteAccount);

  self->kind = kind;
  self->id = id;
  self->name = id == ENTENTE_ID_NONE ? g_strdup (name) : NULL;
  return self;
}

EntenteAccount *
entente_account_ref (const EntenteAccount *self)
{
  return g_atomic_rc_box_acquire ((EntenteAccount *) self);
}

static void
clear_account (gpointer account)
{
  g_free (((EntenteAccount *) account)->name);
}

void
entente_account_unref (EntenteAccount *self)
{
  if (self)
    g_atomic_rc_box_release_full (self, clear_account);
}

gboolean
entente_account_equal (const EntenteAccount *self, const EntenteAccount *other)
{
  if (!self || !other)
    return self == other;
  return self->kind == other->kind && self->id == other->id &&
         g_strcmp0 (self->name, other->name) == 0;
}

const char *
entente_account_get_name (const EntenteAccount *self, const EntenteChronicle *chronicle)
{
  guint32 index;

  if (self->kind == ENTENTE_ACCOUNT_ARTICLE) {
    index = entente_chronicle_find_article (chronicle, self->id);
    return index == ENTENTE_NO_INDEX ? NULL
                                     : entente_chronicle_get_article (chronicle, index)->title;
  }
  if (self->id == ENTENTE_ID_NONE)
    return self->name;
  index = entente_chronicle_find_actor (chronicle, self->id);
  return index == ENTENTE_NO_INDEX ? NULL : entente_chronicle_get_actor (chronicle, index)->name;
}

/* Of an article; NULL when nothing is known of it, or of another kind of account. */
static const char *
get_outlet (const EntenteAccount *self, const EntenteChronicle *chronicle)
{
  guint32 index = self->kind == ENTENTE_ACCOUNT_ARTICLE
                    ? entente_chronicle_find_article (chronicle, self->id)
                    : ENTENTE_NO_INDEX;
  const EntenteArticle *article =
    index != ENTENTE_NO_INDEX ? entente_chronicle_get_article (chronicle, index) : NULL;
  guint32 actor =
    article ? entente_chronicle_find_actor (chronicle, article->publication) : ENTENTE_NO_INDEX;

  if (actor != ENTENTE_NO_INDEX)
    return entente_chronicle_get_actor (chronicle, actor)->name;
  return article ? article->publication_name : NULL;
}

/* As many whole words as there is room for. */
static char *
shorten (const char *name)
{
  const char *end;

  if (g_utf8_strlen (name, -1) <= SHORT_CHARS)
    return g_strdup (name);
  end = g_utf8_offset_to_pointer (name, SHORT_CHARS);
  while (end > name && *end != ' ')
    end--;
  if (end == name)
    end = g_utf8_offset_to_pointer (name, SHORT_CHARS);
  while (end > name && strchr (" ,;:.", end[-1]))
    end--;
  return g_strdup_printf ("%.*s…", (int) (end - name), name);
}

char *
entente_account_dup_short_name (const EntenteAccount *self,
                                const EntenteAccount *other,
                                const EntenteChronicle *chronicle)
{
  const char *name = entente_account_get_name (self, chronicle);
  const char *outlet = get_outlet (self, chronicle);

  if (outlet && (!other || g_strcmp0 (outlet, get_outlet (other, chronicle)) != 0))
    return g_strdup (outlet);
  return shorten (name ? name : "");
}

/* ---- rows ---- */

static gboolean
stands_for (const EntenteChronicle *chronicle, guint32 actor, guint32 party, EntenteSpan window)
{
  return actor != ENTENTE_NO_INDEX &&
         entente_chronicle_stands_for (chronicle, actor, party, window, FALSE);
}

/* @index: of the record of the account, ENTENTE_NO_INDEX for one known by name. */
static gboolean
may_speak (const EntenteAccount *self,
           guint32 index,
           const EntenteChronicle *chronicle,
           guint row,
           const EntenteVoice *voice)
{
  switch (self->kind) {
  case ENTENTE_ACCOUNT_ARTICLE:
    return voice->article == index;
  case ENTENTE_ACCOUNT_OUTLET:
    return voice->outlet == index;
  case ENTENTE_ACCOUNT_PARTY:
  case ENTENTE_N_ACCOUNT_KINDS:
  default:
    if (voice->speaker == ENTENTE_NO_INDEX && voice->outlet == ENTENTE_NO_INDEX)
      return FALSE;
    return stands_for (chronicle,
                       voice->speaker,
                       index,
                       entente_chronicle_get_window (chronicle, row)) ||
           stands_for (chronicle,
                       voice->outlet,
                       index,
                       entente_chronicle_get_window (chronicle, row));
  }
}

static gboolean
find_index (const EntenteAccount *self, const EntenteChronicle *chronicle, guint32 *index)
{
  if (self->kind == ENTENTE_ACCOUNT_OUTLET && self->id == ENTENTE_ID_NONE) {
    *index = ENTENTE_NO_INDEX;
    return TRUE;
  }
  *index = self->kind == ENTENTE_ACCOUNT_ARTICLE
             ? entente_chronicle_find_article (chronicle, self->id)
             : entente_chronicle_find_actor (chronicle, self->id);
  return *index != ENTENTE_NO_INDEX;
}

EntenteBitset *
entente_account_find_rows (const EntenteAccount *self,
                           const EntenteChronicle *chronicle,
                           const gboolean *cancelled)
{
  guint n_rows = entente_chronicle_get_n_rows (chronicle);
  g_autoptr (EntenteBitset) rows = entente_bitset_new (n_rows);
  guint32 index;

  if (!find_index (self, chronicle, &index))
    return g_steal_pointer (&rows);
  for (guint row = 0; row < n_rows; row++) {
    guint n;
    const EntenteVoice *voices = entente_chronicle_get_voices (chronicle, row, &n);

    if (row % ROWS_PER_LOOK == 0 && cancelled && g_atomic_int_get (cancelled))
      return NULL;
    for (guint i = 0; i < n; i++)
      if (may_speak (self, index, chronicle, row, &voices[i])) {
        entente_bitset_add (rows, row);
        break;
      }
  }
  return g_steal_pointer (&rows);
}

/* ---- claims ---- */

static gboolean
is_named (const char *name, const char *other)
{
  g_autofree char *folded = name ? g_utf8_casefold (name, -1) : NULL;
  g_autofree char *folded_other = other ? g_utf8_casefold (other, -1) : NULL;

  return folded && folded_other && g_str_equal (folded, folded_other);
}

/* The claim's own, else that of its article. */
static gboolean
is_outlet (const EntenteAccount *self, const EntenteClaim *claim, const EntenteArticle *article)
{
  gboolean own = claim->outlet != ENTENTE_ID_NONE || claim->outlet_name;
  EntenteId id = own ? claim->outlet : article ? article->publication : ENTENTE_ID_NONE;

  if (self->id != ENTENTE_ID_NONE)
    return id == self->id;
  return id == ENTENTE_ID_NONE && is_named (self->name,
                                            own       ? claim->outlet_name
                                            : article ? article->publication_name
                                                      : NULL);
}

static gboolean
is_party (const EntenteAccount *self,
          const EntenteChronicle *chronicle,
          const EntenteEvent *event,
          const EntenteClaim *claim)
{
  guint32 party = entente_chronicle_find_actor (chronicle, self->id);
  guint row = entente_chronicle_find_row (chronicle, event->record.id);
  EntenteSpan window = row == ENTENTE_NO_INDEX ? (EntenteSpan){ ENTENTE_TIME_MIN, ENTENTE_TIME_MAX }
                                               : entente_chronicle_get_window (chronicle, row);

  return party != ENTENTE_NO_INDEX &&
         (stands_for (chronicle,
                      entente_chronicle_find_actor (chronicle, claim->speaker),
                      party,
                      window) ||
          stands_for (chronicle,
                      entente_chronicle_find_actor (chronicle, claim->outlet),
                      party,
                      window));
}

static gboolean
speaks (const EntenteAccount *self,
        const EntenteChronicle *chronicle,
        const EntenteEventDetail *detail,
        guint i)
{
  const EntenteClaim *claim = detail->claims->pdata[i];
  const EntenteArticle *article = detail->articles->pdata[i];

  switch (self->kind) {
  case ENTENTE_ACCOUNT_ARTICLE:
    return article && article->record.id == self->id;
  case ENTENTE_ACCOUNT_OUTLET:
    return is_outlet (self, claim, article);
  case ENTENTE_ACCOUNT_PARTY:
  case ENTENTE_N_ACCOUNT_KINDS:
  default:
    return is_party (self, chronicle, detail->event, claim);
  }
}

GArray *
entente_account_list_claims (const EntenteAccount *self,
                             const EntenteChronicle *chronicle,
                             const EntenteEventDetail *detail)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < detail->claims->len; i++)
    if (speaks (self, chronicle, detail, i))
      g_array_append_val (claims, i);
  return claims;
}

/* ---- all there are ---- */

/* Whoever speaks, and whatever it belongs to. */
static void
note_party (GHashTable *found, const EntenteChronicle *chronicle, guint32 actor)
{
  guint n;
  const EntenteAffiliation *const *affiliations;

  if (actor == ENTENTE_NO_INDEX || !g_hash_table_add (found, GUINT_TO_POINTER (actor)))
    return;
  affiliations = entente_chronicle_get_affiliations (chronicle, actor, &n);
  for (guint i = 0; i < n; i++)
    note_party (found,
                chronicle,
                entente_chronicle_find_actor (chronicle, affiliations[i]->parent));
}

static void
note_voice (GHashTable *found,
            EntenteAccountKind kind,
            const EntenteChronicle *chronicle,
            const EntenteVoice *voice)
{
  if (kind == ENTENTE_ACCOUNT_PARTY)
    note_party (found, chronicle, voice->speaker);
  else if (kind == ENTENTE_ACCOUNT_OUTLET && voice->outlet != ENTENTE_NO_INDEX)
    g_hash_table_add (found, GUINT_TO_POINTER (voice->outlet));
  else if (kind == ENTENTE_ACCOUNT_ARTICLE && voice->article != ENTENTE_NO_INDEX)
    g_hash_table_add (found, GUINT_TO_POINTER (voice->article));
}

/* Names in print that are no records. */
static void
add_publications (GPtrArray *accounts, const EntenteChronicle *chronicle)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entente_chronicle_get_n_articles (chronicle); i++) {
    const EntenteArticle *article = entente_chronicle_get_article (chronicle, i);

    if (article->publication == ENTENTE_ID_NONE && article->publication_name &&
        g_hash_table_add (seen, article->publication_name))
      g_ptr_array_add (
        accounts,
        entente_account_new (ENTENTE_ACCOUNT_OUTLET, ENTENTE_ID_NONE, article->publication_name));
  }
}

static int
compare_accounts (gconstpointer a, gconstpointer b, gpointer chronicle)
{
  const EntenteAccount *one = *(gconstpointer *) a, *other = *(gconstpointer *) b;
  const char *name = entente_account_get_name (one, chronicle);
  const char *other_name = entente_account_get_name (other, chronicle);
  int order = g_utf8_collate (name ? name : "", other_name ? other_name : "");

  return order ? order : (one->id > other->id) - (one->id < other->id);
}

GPtrArray *
entente_account_list (EntenteAccountKind kind, const EntenteChronicle *chronicle)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) entente_account_unref);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;

  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    guint n;
    const EntenteVoice *voices = entente_chronicle_get_voices (chronicle, row, &n);

    for (guint i = 0; i < n; i++)
      note_voice (found, kind, chronicle, &voices[i]);
  }
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    guint32 index = GPOINTER_TO_UINT (key);
    EntenteId id = kind == ENTENTE_ACCOUNT_ARTICLE
                     ? entente_chronicle_get_article (chronicle, index)->record.id
                     : entente_chronicle_get_actor (chronicle, index)->record.id;

    g_ptr_array_add (accounts, entente_account_new (kind, id, NULL));
  }
  if (kind == ENTENTE_ACCOUNT_OUTLET)
    add_publications (accounts, chronicle);
  g_ptr_array_sort_with_data (accounts, compare_accounts, (gpointer) chronicle);
  return accounts;
}
