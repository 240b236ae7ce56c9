/* A study in a folder of its own, for tests of study: filled by lines of an apply file, told as
 * text. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

typedef struct {
  char *folder;
  char *path;
  EntenteStudy *study;
} EntenteFixture;

/* An empty study; it goes with its folder. */
EntenteFixture *entente_fixture_new (void);
void entente_fixture_free (EntenteFixture *fixture);
/* A small story: three actors, an article, two events with claims and a link. */
EntenteFixture *entente_fixture_new_story (void);

/* One line, which must succeed; single quotes stand for double ones. */
void entente_fixture_apply (EntenteFixture *fixture, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* One line, which must fail with this code and change nothing; the message. Free. */
char *entente_fixture_refuse (EntenteFixture *fixture, EntenteError code, const char *line);

/* Every record of every entity as text. Free. */
char *entente_fixture_dump (EntenteFixture *fixture);
/* All that a chronicle tells. Free. */
char *entente_fixture_dump_chronicle (const EntenteChronicle *chronicle);
/* A copy of the file opened anew. Free with g_object_unref. */
EntenteStudy *entente_fixture_open_copy (EntenteFixture *fixture);

/* A callback that keeps the result in the GAsyncResult * that its data points to, and the wait for
 * it. */
void entente_fixture_keep_result (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *entente_fixture_wait (GAsyncResult **result);
guint entente_fixture_count_rows (EntenteStudy *study);
/* The chronicle is as one made of the file anew. */
void entente_fixture_assert_like_fresh (EntenteFixture *fixture);
/* A file in the folder of the study; its path. Free. */
char *entente_fixture_write_file (EntenteFixture *fixture, const char *name, const char *text);
/* A table of 6,000 events, whose import takes a while. */
void entente_fixture_write_large_table (EntenteFixture *fixture, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteFixture, entente_fixture_free)

G_END_DECLS
