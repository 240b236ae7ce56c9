/* What the sheets of a poster show, read back from their SVG, for tests. */
#pragma once

#include "entente-poster.h"

/* What SVGs of sheets hold. */
typedef struct {
  GHashTable *events; /* those that have a mark */
  GPtrArray *titles; /* texts beside marks, in order */
  guint n_answers;
  guint depth, titles_depth; /* of elements; where the titles are, 0: elsewhere */
} Shown;

static inline const char *
shown_find_value (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return "";
}

static inline void
shown_start_cb (GMarkupParseContext *context,
                const char *element,
                const char **names,
                const char **values,
                gpointer data,
                GError **error)
{
  Shown *shown = data;
  const char *role = shown_find_value (names, values, "class");
  const char *event = shown_find_value (names, values, "data-event");

  shown->depth++;
  if (*event != '\0')
    g_hash_table_add (shown->events, g_strdup (event));
  if (g_str_equal (role, "answer"))
    shown->n_answers++;
  if (g_str_equal (role, "titles"))
    shown->titles_depth = shown->depth;
}

static inline void
shown_end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Shown *shown = data;

  if (shown->depth == shown->titles_depth)
    shown->titles_depth = 0;
  shown->depth--;
}

static inline void
shown_text_cb (GMarkupParseContext *context,
               const char *text,
               gsize length,
               gpointer data,
               GError **error)
{
  Shown *shown = data;
  g_autofree char *own = g_strstrip (g_strndup (text, length));

  if (shown->titles_depth > 0 && *own != '\0')
    g_ptr_array_add (shown->titles, g_steal_pointer (&own));
}

static inline void
shown_read_sheet (EntentePoster *poster, guint sheet, Shown *shown)
{
  static const GMarkupParser parser = { .start_element = shown_start_cb,
                                        .end_element = shown_end_cb,
                                        .text = shown_text_cb };
  const EntentePageStyle *style = entente_poster_get_style (poster);
  const EntenteCanvasSvg svg = { style->width_pt, style->height_pt, 1, "sheet", "sheet" };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, shown, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  EntenteCanvas *canvas = entente_canvas_new_svg (out, &svg);

  entente_poster_paint (poster, sheet, canvas);
  entente_canvas_free (canvas);
  g_markup_parse_context_parse (context, out->str, (gssize) out->len, &error);
  g_assert_no_error (error);
}

static inline void
shown_begin (Shown *shown)
{
  *shown = (Shown){ .events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                    .titles = g_ptr_array_new_with_free_func (g_free) };
}

static inline void
shown_end (Shown *shown)
{
  g_hash_table_unref (shown->events);
  g_ptr_array_unref (shown->titles);
}

/* Each mark, title and answer of the scene, and each undated move, is there, and nothing else. */
static inline void
shown_assert_scene (const Shown *shown,
                    const EntenteScene *scene,
                    const EntenteChronicle *chronicle)
{
  g_assert_cmpuint (scene->counts.bundled + scene->counts.dense, ==, 0);
  g_assert_cmpuint (g_hash_table_size (shown->events),
                    ==,
                    scene->counts.marks + scene->counts.shelf);
  for (guint i = 0; i < scene->n_marks; i++) {
    g_autofree char *id =
      g_strdup_printf ("%" G_GINT64_FORMAT,
                       entente_chronicle_get_id (chronicle, scene->marks[i].row));

    g_assert_true (g_hash_table_contains (shown->events, id));
  }
  g_assert_cmpuint (scene->n_links, >, 0);
  g_assert_cmpuint (shown->n_answers, ==, scene->n_links);
  g_assert_cmpuint (shown->titles->len, ==, scene->n_titles);
  for (guint i = 0; i < scene->n_titles; i++)
    g_assert_cmpstr (shown->titles->pdata[i], ==, scene->titles[i].text);
}
