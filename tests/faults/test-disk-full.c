/* A disk that fills up at every place of what a person does: the study is what it was before, or
 * what it is after, and a file that stood where an export or a copy goes is byte by byte the old
 * one or whole and new.
 *
 * The room on the disk is counted by calls of this program that stand before those of the C library
 * (entente-faults.h): that works for everybody, root in a container as well.
 */
#include "config.h"

#include "entente-deeds.h"
#include "entente-faults.h"
#include "entente-store-fixture.h"
#include "entente-test-scale.h"

#include <string.h>

#define N_STEPS 64

static const char *const names[] = {
  "add", "import", "export", "undo", "back-up", "migrate-backed-up", "copy", "delete",
};

typedef struct {
  const EntenteVictim *victim;
  const char *folder; /* which is full */
  gint64 room; /* bytes beside what is there; -1: as much as there is, and the most is noted */
  gint64 most;
} Disk;

static void
fill (gpointer data)
{
  const Disk *disk = data;

  entente_faults_set_space (disk->folder,
                            disk->room < 0 ? -1
                                           : entente_faults_measure (disk->folder) + disk->room);
}

static void
empty (gpointer data)
{
  entente_faults_set_space (NULL, -1);
}

/* TRUE when done. Room within a page of the file system matters too, so steps are odd. */
static gboolean
run_with (const EntenteDeed *deed,
          EntenteVictim *victim,
          gint64 room,
          const char *before,
          const char *after)
{
  Disk *disk = victim->data;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  gboolean done;

  entente_victim_restore (victim);
  disk->room = room;
  done = deed->run (victim, &error);
  found = entente_victim_read (victim);
  g_assert_true (done == (error == NULL));
  if (error != NULL && !g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_NO_SPACE))
    g_error ("%s with room for %d bytes: %s", deed->name, (int) room, error->message);
  if (strcmp (found, done ? after : before) != 0 && !(deed->opens && strcmp (found, after) == 0))
    g_error ("%s with room for %d bytes, done %d", deed->name, (int) room, done);
  return done;
}

/* Bytes of room that suffice, found by halving. */
static gint64
find_enough (const EntenteDeed *deed, EntenteVictim *victim, const char *before, const char *after)
{
  gint64 too_little = 0, enough = 64 * 1024 * 1024;

  g_assert_true (run_with (deed, victim, enough, before, after));
  while (enough - too_little > 4096) {
    gint64 middle = (too_little + enough) / 2;

    if (run_with (deed, victim, middle, before, after))
      enough = middle;
    else
      too_little = middle;
  }
  return enough;
}

static void
test_deed (gconstpointer data)
{
  const EntenteDeed *deed = data;
  g_autoptr (EntenteVictim) victim = entente_victim_new (deed, 60);
  Disk disk = { .victim = victim, .room = -1 };
  gboolean is_backup = strcmp (deed->name, "back-up") == 0;
  guint n_steps = N_STEPS * entente_test_scale ("ENTENTE_DISK_SWEEPS", 1, 20);
  g_autofree char *before = entente_victim_read (victim), *after = NULL;
  guint n_done = 0;
  gint64 enough;

  g_assert_true (deed->run (victim, NULL));
  after = entente_victim_read (victim);
  disk.folder = is_backup ? g_get_user_data_dir () : victim->folder;
  victim->begin = fill;
  victim->end = empty;
  victim->data = &disk;
  enough = find_enough (deed, victim, before, after);
  for (guint i = 0; i < n_steps; i++)
    n_done += run_with (deed, victim, enough * i / n_steps + (i % 3) * 7, before, after);
  g_test_message ("%s: %d bytes suffice; of %u sizes below, %u did too",
                  deed->name,
                  (int) enough,
                  n_steps,
                  n_done);
  g_assert_cmpuint (n_done, <, n_steps);
}

int
main (int argc, char *argv[])
{
  int result;

  entente_deeds_init ();
  entente_store_fixture_init (&argc, &argv);
  for (guint i = 0; i < entente_n_deeds; i++) {
    g_autofree char *path = g_strconcat ("/faults/disk-full/", entente_deeds[i].name, NULL);

    for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
      if (strcmp (names[j], entente_deeds[i].name) == 0)
        g_test_add_data_func (path, &entente_deeds[i], test_deed);
  }
  result = g_test_run ();
  entente_deeds_finish ();
  return result;
}
