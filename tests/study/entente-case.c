/* One article and its proposals, for the tests of what is proposed. */
#include "config.h"

#include "entente-case.h"

const char entente_case_words[] =
  "In May 2031 Ruritania invited Elbonia to talks in Strelsau. Elbonia accepted the invitation on "
  "2 June 2031. "
  "Ruritania postponed the talks. According to press reports, Freedonia refused to meet Elbonia.\\n"
  "Sylvania denied that it had armed the rebels.\\n";

void
entente_case_look (EntenteCase *c)
{
  g_autoptr (EntenteProposals) before = c->proposals;
  g_autoptr (GError) error = NULL;

  c->proposals = entente_study_read_proposals (c->fixture->study, c->article, before, NULL, &error);
  g_assert_no_error (error);
}

void
entente_case_set_up (EntenteCase *c)
{
  c->fixture = entente_fixture_new ();
  entente_fixture_apply (c->fixture,
                         "{'do':'add-actor','key':'ruritania','name':'Ruritania','kind':'state'}");
  entente_fixture_apply (
    c->fixture,
    "{'do':'add-article','key':'story','title':'A story','published':'2031-07-01',"
    "'text':'%s'}",
    entente_case_words);
  c->article = entente_id_from_key ("story");
  c->proposals = NULL;
  entente_case_look (c);
}

void
entente_case_tear_down (EntenteCase *c)
{
  entente_proposals_unref (c->proposals);
  entente_fixture_free (c->fixture);
}

guint
entente_case_find (const EntenteCase *c, const char *kind)
{
  for (guint i = 0; i < entente_proposals_get_n (c->proposals); i++)
    if (g_str_equal (entente_proposals_get (c->proposals, i)->suggestion->kind, kind))
      return i;
  return G_MAXUINT;
}

guint
entente_case_count_open (const EntenteCase *c)
{
  guint n = 0;

  for (guint i = 0; i < entente_proposals_get_n (c->proposals); i++)
    n += entente_proposal_is_open (entente_proposals_get (c->proposals, i));
  return n;
}

void
entente_case_apply (EntenteCase *c, EntenteStep *step)
{
  g_autoptr (EntenteStep) own = step;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (c->fixture->study, own, &error);

  g_assert_no_error (error);
  entente_case_look (c);
}

void
entente_case_undo (EntenteCase *c)
{
  g_autoptr (EntenteChangeSet) changes = entente_study_undo (c->fixture->study, NULL);

  g_assert_nonnull (changes);
  entente_case_look (c);
}

void
entente_case_add_article (EntenteCase *c, const char *key, const char *text)
{
  entente_fixture_apply (c->fixture,
                         "{'do':'add-article','key':'%s','title':'%s','published':'2031-07-02',"
                         "'text':'%s'}",
                         key,
                         key,
                         text);
  c->article = entente_id_from_key (key);
  entente_case_look (c);
}

void
entente_case_accept_all (EntenteCase *c)
{
  guint n = entente_proposals_get_n (c->proposals);
  g_autofree guint *all = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    all[i] = i;
  entente_case_apply (c, entente_proposals_accept (c->proposals, all, n, NULL));
}
