/* Actors in words: names are folded, and the longest that fits in a place counts. Pure. */
#include "config.h"

#include "entente-event-guess.h"

#include <string.h>

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

/* Is what stands before @start, but for an article, a word that leads to whom something is
 * addressed? */
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
