/* A study with one article, whose proposals a test looks at. */
#pragma once

#include "entente-fixture.h"
#include "entente-proposals.h"

G_BEGIN_DECLS

/* Of that article, as JSON writes it. */
extern const char entente_case_words[];

typedef struct {
  EntenteFixture *fixture;
  EntenteId article;
  EntenteProposals *proposals; /* as they were read last */
} EntenteCase;

void entente_case_set_up (EntenteCase *c);
void entente_case_tear_down (EntenteCase *c);
/* Adds an article, which is looked at from then on; @text as JSON writes it. */
void entente_case_add_article (EntenteCase *c, const char *key, const char *text);
/* Reads the proposals again. */
void entente_case_look (EntenteCase *c);
/* The first one of this kind, or G_MAXUINT. */
guint entente_case_find (const EntenteCase *c, const char *kind);
guint entente_case_count_open (const EntenteCase *c);
/* Takes @step; looks again. */
void entente_case_apply (EntenteCase *c, EntenteStep *step);
void entente_case_undo (EntenteCase *c);
void entente_case_accept_all (EntenteCase *c);

G_END_DECLS
