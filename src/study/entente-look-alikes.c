/* Look-alikes: nearness of names by the edits between their folded forms.
 *
 * A name that begins with the wanted one, or holds it, is near too: who writes "Ghani" may mean
 * "Ashraf Ghani".
 */

#include "config.h"

#include "entente-look-alikes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-actor.h"

#define MAX_FOUND 3
#define MAX_LENGTH 64
#define FAR G_MAXUINT

/* Bytes to change, put in, take out or swap with their neighbour to make @b of @a, both short:
 * folded names are mostly ASCII. */
static guint
count_edits (const char *a, const char *b)
{
  gsize n = strlen (b);
  guint rows[3][MAX_LENGTH + 1]; /* before last, last, this */

  for (gsize j = 0; j <= n; j++)
    rows[2][j] = j;
  for (gsize i = 0; a[i]; i++) {
    memcpy (rows[0], rows[1], sizeof rows[0]);
    memcpy (rows[1], rows[2], sizeof rows[1]);
    rows[2][0] = i + 1;
    for (gsize j = 0; j < n; j++) {
      guint edits = MIN (rows[1][j] + (a[i] != b[j]), 1 + MIN (rows[1][j + 1], rows[2][j]));

      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
        edits = MIN (edits, rows[0][j - 1] + 1);
      rows[2][j + 1] = edits;
    }
  }
  return rows[2][n];
}

/* 0 is the same; FAR is not worth a mention. Both are folded. */
static guint
measure (const char *wanted, const char *name)
{
  gsize length = strlen (wanted), other = strlen (name);
  guint edits;

  if (length == 0 || other == 0)
    return FAR;
  if (length >= 3 && strstr (name, wanted))
    return 1 + !g_str_has_prefix (name, wanted);
  if (other >= 3 && strstr (wanted, name))
    return 3;
  if (length > MAX_LENGTH || other > MAX_LENGTH)
    return FAR;
  edits = count_edits (wanted, name);
  return edits <= MAX (1, length / 3) ? edits + 1 : FAR;
}

typedef struct {
  const char *name;
  guint distance;
} Candidate;

static void
keep_best (Candidate *best, const char *name, guint distance)
{
  guint place = MAX_FOUND;

  for (guint i = 0; i < MAX_FOUND; i++)
    if (g_strcmp0 (best[i].name, name) == 0)
      return;
  while (place > 0 && distance < best[place - 1].distance)
    place--;
  if (place == MAX_FOUND)
    return;
  memmove (best + place + 1, best + place, (MAX_FOUND - 1 - place) * sizeof *best);
  best[place] = (Candidate){ name, distance };
}

char **
entente_look_alikes_find (const char *wanted, const char *const *names)
{
  g_autofree char *folded = entente_name_fold (wanted);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  Candidate best[MAX_FOUND] = { { NULL, FAR }, { NULL, FAR }, { NULL, FAR } };

  for (guint i = 0; names[i]; i++) {
    g_autofree char *name = entente_name_fold (names[i]);

    keep_best (best, names[i], measure (folded, name));
  }
  for (guint i = 0; i < MAX_FOUND && best[i].name; i++)
    g_strv_builder_add (found, best[i].name);
  return g_strv_builder_end (found);
}

char *
entente_look_alikes_ask (const char *wanted, const char *const *names)
{
  g_auto (GStrv) found = entente_look_alikes_find (wanted, names);

  switch (g_strv_length (found)) {
  case 0:
    return g_strdup ("");
  case 1:
    return g_strdup_printf (_ (" Did you mean “%s”?"), found[0]);
  case 2:
    return g_strdup_printf (_ (" Did you mean “%s” or “%s”?"), found[0], found[1]);
  default:
    return g_strdup_printf (_ (" Did you mean “%s”, “%s” or “%s”?"), found[0], found[1], found[2]);
  }
}
