/* Studies in a folder of their own, for tests of the store. */
#pragma once

#include "entente-db.h"
#include "entente-store.h"

G_BEGIN_DECLS

typedef struct {
  char *folder;
  char *path; /* of the study */
  EntenteStore *store;
} EntenteStoreFixture;

/* First in main(): g_test_init(), and the other processes that the functions below start. */
void entente_store_fixture_init (int *argc, char ***argv);

/* An open, empty study; set-up and tear-down functions of g_test_add(). */
void entente_store_fixture_set_up (EntenteStoreFixture *fixture, gconstpointer data);
void entente_store_fixture_tear_down (EntenteStoreFixture *fixture, gconstpointer data);
void entente_store_fixture_reopen (EntenteStoreFixture *fixture);
/* Rows that @sql gives, as text, run by another process on a bare connection. What SQLite has to
 * say against it is a line that begins with "error: ". */
char *entente_store_fixture_query (const char *path, const char *sql);
/* The whole of all tables of content as text, read by another process. */
char *entente_store_fixture_dump (const char *path);
/* Leaves the study as a process does that is killed in the middle of a change: with a journal by
 * which the next who may write takes the change back. */
void entente_store_fixture_break_off (const char *path);
/* Asserts that the study holds what such a dump says. */
void entente_store_fixture_assert_dump (EntenteStoreFixture *fixture, const char *expected);

/* Each asserts that it succeeds. */
void entente_store_fixture_apply (EntenteStore *store, const EntenteStep *step);
void entente_store_fixture_undo (EntenteStore *store);
void entente_store_fixture_redo (EntenteStore *store);
/* A meeting with this title, added as one step. Its id. */
EntenteId entente_store_fixture_add_event (EntenteStore *store, const char *title);
void entente_store_fixture_delete_event (EntenteStore *store, EntenteId event);

/* An empty study in memory, on this thread; for tests of what lies below the store. */
EntenteDb *entente_store_fixture_open_db (void);

/* A test with a study of its own. */
#define ENTENTE_STORE_TEST(path, test)                                                             \
  g_test_add (path,                                                                                \
              EntenteStoreFixture,                                                                 \
              NULL,                                                                                \
              entente_store_fixture_set_up,                                                        \
              test,                                                                                \
              entente_store_fixture_tear_down)

/* A study as the program left it that knew @form scripts of the schema (1 or more): an event (1), a
 * claim on it (2), a word (3) and a question that the claim resolved (4). Its path. Free. */
char *entente_store_fixture_make_old (const char *folder, int form);

G_END_DECLS
