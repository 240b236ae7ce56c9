/* Guesses from words. Verbs are beginnings of English words in a table, a new verb being a new row; names
 * are those of the actors, folded, the longest that fits in a place. Pure.
 */
#include "config.h"

#include "entente-event-guess.h"

#include "entente-kind.h"
#include <string.h>

/* How a folded word begins, and what kind of move it tells of. */
static const struct {
  const char *stem;
  const char *kind;
} verbs[] = {
  { "invit", "invitation" },
  { "call for", "call-for-talks" },
  { "called for", "call-for-talks" },
  { "called on", "appeal" },
  { "urge", "appeal" },
  { "appeal", "appeal" },
  { "counter offer", "counter-offer" },
  { "offer", "offer" },
  { "propos", "offer" },
  { "promis", "promise" },
  { "pledg", "promise" },
  { "conce", "concession" },
  { "accept", "accept-offer" },
  { "agreed to attend", "accept-invitation" },
  { "refus", "refuse-offer" },
  { "reject", "refuse-offer" },
  { "turned down", "refuse-offer" },
  { "declin", "refuse-invitation" },
  { "withdr", "withdraw-offer" },
  { "postpon", "postponement" },
  { "put off", "postponement" },
  { "suspend", "suspension" },
  { "cancel", "cancellation" },
  { "walked out", "walk-out" },
  { "met ", "talks" },
  { "talks began", "talks" },
  { "talks", "talks" },
  { "negotiat", "talks" },
  { "telephon", "telephone" },
  { "visit", "visit" },
  { "mediat", "mediation" },
  { "resum", "resumption" },
  { "signed", "agreement" },
  { "agreed", "agreement" },
  { "agreement", "agreement" },
  { "demand", "demand" },
  { "insist", "precondition" },
  { "condition", "precondition" },
  { "threat", "threat" },
  { "warn", "threat" },
  { "ultimatum", "ultimatum" },
  { "accus", "accusation" },
  { "blam", "accusation" },
  { "critici", "criticism" },
  { "confirm", "confirmation" },
  { "leak", "leak" },
  { "prais", "praise" },
  { "welcom", "praise" },
  { "appointed", "envoy-named" },
  { "named", "envoy-named" },
  { "deny", "denial" },
  { "denied", "denial" },
  { "denies", "denial" },
  { "no comment", "no-comment" },
  { "ceasefire", "ceasefire" },
  { "truce", "ceasefire" },
  { "releas", "release" },
  { "set free", "release" },
  { "attack", "attack" },
  { "stormed", "attack" },
  { "claim", "claim" },
  { "report", "report" },
  { "said", "statement" },
  { "say", "statement" },
  { "told", "statement" },
  { "announc", "statement" },
  { "declar", "statement" },
  { "statement", "statement" },
};

/* @text folded as names are, between spaces, so that " word" finds beginnings of words. */
static char *
fold_words (const char *text)
{
  g_autofree char *folded = entente_name_fold (text ? text : "");
  GString *spaced = g_string_new (" ");

  for (const char *next = folded; *next; next = g_utf8_next_char (next)) {
    gunichar character = g_utf8_get_char (next);

    g_string_append_unichar (spaced, g_unichar_isalnum (character) ? character : ' ');
  }
  g_string_append_c (spaced, ' ');
  return g_string_free (spaced, FALSE);
}

typedef struct {
  const char *kind;
  gsize position;
} Hit;

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *one = a, *other = b;

  return (one->position > other->position) - (one->position < other->position);
}

static gboolean
has_kind (const GPtrArray *kinds, const char *kind)
{
  for (guint i = 0; i < kinds->len; i++)
    if (strcmp (kinds->pdata[i], kind) == 0)
      return TRUE;
  return FALSE;
}

const char **
entente_event_guess_kinds (const char *text)
{
  g_autofree char *folded = fold_words (text);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++) {
    g_autofree char *stem = g_strconcat (" ", verbs[i].stem, NULL);
    const char *found = strstr (folded, stem);
    Hit hit = { verbs[i].kind, found ? (gsize) (found - folded) : 0 };

    if (found)
      g_array_append_val (hits, hit);
  }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++) {
    const char *kind = g_array_index (hits, Hit, i).kind;

    if (entente_kind_find (kind) && !has_kind (kinds, kind))
      g_ptr_array_add (kinds, (gpointer) kind);
  }
  g_ptr_array_add (kinds, NULL);
  return (const char **) g_ptr_array_free (kinds, FALSE);
}

/* ---- actors ---- */

typedef struct {
  EntenteId actor;
  gsize start, end;
} Name;

/* Every place where the name stands as whole words. */
static void
add_places (GArray *places, const char *folded, const char *name, EntenteId actor)
{
  g_autofree char *words = name ? fold_words (name) : NULL;
  gsize length = words ? strlen (words) : 0;

  if (length < 4)
    return;
  for (const char *found = strstr (folded, words); found; found = strstr (found + 1, words)) {
    Name place = { actor, (gsize) (found - folded), (gsize) (found - folded) + length };

    g_array_append_val (places, place);
  }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return (one->end < other->end) - (one->end > other->end);
}

static gboolean
has_actor (const GArray *actors, EntenteId id)
{
  for (guint i = 0; i < actors->len; i++)
    if (g_array_index (actors, EntenteActorGuess, i).actor == id)
      return TRUE;
  return FALSE;
}

/* Is what stands before @start, but for an article, a word that leads to whom something is addressed? */
static gboolean
is_addressed (const char *folded, gsize start)
{
  static const char *const leads[] = { " to", " towards", " toward", " with", " against", " on" };
  g_autofree char *before = g_strndup (folded, start);

  if (g_str_has_suffix (before, " the"))
    before[strlen (before) - strlen (" the")] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_str_has_suffix (before, leads[i]))
      return TRUE;
  return FALSE;
}

GArray *
entente_event_guess_actors (const EntenteActorName *names, guint n_names, const char *text)
{
  g_autofree char *folded = fold_words (text);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Name));
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (EntenteActorGuess));
  gsize end = 0;

  for (guint i = 0; i < n_names; i++)
    add_places (places, folded, names[i].name, names[i].actor);
  g_array_sort (places, compare_names);
  for (guint i = 0; i < places->len; i++) {
    const Name *place = &g_array_index (places, Name, i);
    EntenteActorGuess guess = { place->actor, is_addressed (folded, place->start) };

    /* Names share the space between them. */
    if (place->start + 1 < end)
      continue;
    end = place->end;
    if (!has_actor (actors, place->actor))
      g_array_append_val (actors, guess);
  }
  return actors;
}
