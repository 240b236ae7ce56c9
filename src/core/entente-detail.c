/* Details: one event or one article with all that hangs on it, as a shared immutable value. */

#include "config.h"

#include "entente-detail.h"

G_DEFINE_BOXED_TYPE (EntenteEventDetail,
                     entente_event_detail,
                     entente_event_detail_ref,
                     entente_event_detail_unref)
G_DEFINE_BOXED_TYPE (EntenteArticleDetail,
                     entente_article_detail,
                     entente_article_detail_ref,
                     entente_article_detail_unref)

static void
release_record (gpointer record)
{
  if (record != NULL)
    entente_record_unref (record);
}

static GPtrArray *
make_records (void)
{
  return g_ptr_array_new_with_free_func (release_record);
}

static void
clear_event_detail (gpointer data)
{
  EntenteEventDetail *detail = data;

  g_clear_pointer (&detail->event, entente_event_unref);
  g_clear_pointer (&detail->participations, g_ptr_array_unref);
  g_clear_pointer (&detail->claims, g_ptr_array_unref);
  g_clear_pointer (&detail->passages, g_ptr_array_unref);
  g_clear_pointer (&detail->articles, g_ptr_array_unref);
  g_clear_pointer (&detail->footnotes, g_ptr_array_unref);
  g_clear_pointer (&detail->links, g_ptr_array_unref);
  g_clear_pointer (&detail->linked, g_ptr_array_unref);
  g_clear_pointer (&detail->orders, g_ptr_array_unref);
  g_clear_pointer (&detail->ordered, g_ptr_array_unref);
  g_clear_pointer (&detail->outdated, g_array_unref);
}

static void
clear_article_detail (gpointer data)
{
  EntenteArticleDetail *detail = data;

  g_clear_pointer (&detail->article, entente_article_unref);
  g_clear_pointer (&detail->revision, entente_revision_unref);
  g_clear_pointer (&detail->footnotes, g_ptr_array_unref);
  g_clear_pointer (&detail->passages, g_ptr_array_unref);
  g_clear_pointer (&detail->claims, g_ptr_array_unref);
}

EntenteEventDetail *
entente_event_detail_new (void)
{
  EntenteEventDetail *detail = g_atomic_rc_box_new0 (EntenteEventDetail);

  detail->participations = make_records ();
  detail->claims = make_records ();
  detail->passages = make_records ();
  detail->articles = make_records ();
  detail->footnotes = make_records ();
  detail->links = make_records ();
  detail->linked = make_records ();
  detail->orders = make_records ();
  detail->ordered = make_records ();
  detail->outdated = g_array_new (FALSE, FALSE, sizeof (guint));
  return detail;
}

EntenteEventDetail *
entente_event_detail_ref (EntenteEventDetail *detail)
{
  return g_atomic_rc_box_acquire (detail);
}

void
entente_event_detail_unref (EntenteEventDetail *detail)
{
  g_atomic_rc_box_release_full (detail, clear_event_detail);
}

gboolean
entente_event_detail_is_outdated (const EntenteEventDetail *detail, guint claim)
{
  for (guint i = 0; i < detail->outdated->len; i++)
    if (g_array_index (detail->outdated, guint, i) == claim)
      return TRUE;
  return FALSE;
}

EntenteArticleDetail *
entente_article_detail_new (void)
{
  EntenteArticleDetail *detail = g_atomic_rc_box_new0 (EntenteArticleDetail);

  detail->footnotes = make_records ();
  detail->passages = make_records ();
  detail->claims = make_records ();
  return detail;
}

EntenteArticleDetail *
entente_article_detail_ref (EntenteArticleDetail *detail)
{
  return g_atomic_rc_box_acquire (detail);
}

void
entente_article_detail_unref (EntenteArticleDetail *detail)
{
  g_atomic_rc_box_release_full (detail, clear_article_detail);
}
