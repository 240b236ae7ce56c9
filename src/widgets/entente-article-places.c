/* A short list, the latest last: "ID:POSITION ID:POSITION". Pure.
 */
#include "config.h"

#include "entente-article-places.h"

#define MAX_PLACES 1000

typedef struct {
  EntenteId article;
  gint64 position;
} Place;

struct _EntenteArticlePlaces {
  GArray *places;
};

EntenteArticlePlaces *
entente_article_places_new (void)
{
  EntenteArticlePlaces *self = g_new (EntenteArticlePlaces, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  return self;
}

void
entente_article_places_free (EntenteArticlePlaces *self)
{
  g_array_unref (self->places);
  g_free (self);
}

/* Number of the article in the list; its length when it is not there. */
static guint
find_place (const EntenteArticlePlaces *self, EntenteId article)
{
  guint i = 0;

  while (i < self->places->len && g_array_index (self->places, Place, i).article != article)
    i++;
  return i;
}

void
entente_article_places_set (EntenteArticlePlaces *self, EntenteId article, gint64 position)
{
  Place place = { article, position };
  guint i = find_place (self, article);

  if (i < self->places->len)
    g_array_remove_index (self->places, i);
  if (position > 0)
    g_array_append_val (self->places, place);
  if (self->places->len > MAX_PLACES)
    g_array_remove_index (self->places, 0);
}

gint64
entente_article_places_get (const EntenteArticlePlaces *self, EntenteId article)
{
  guint i = find_place (self, article);

  return i < self->places->len ? g_array_index (self->places, Place, i).position : 0;
}

char *
entente_article_places_dup_text (const EntenteArticlePlaces *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->places->len; i++) {
    const Place *place = &g_array_index (self->places, Place, i);

    g_string_append_printf (text,
                            "%s%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                            i > 0 ? " " : "",
                            place->article,
                            place->position);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
entente_article_places_read_text (EntenteArticlePlaces *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text ? text : "", " ", -1);

  g_array_set_size (self->places, 0);
  for (guint i = 0; parts[i]; i++) {
    char *end;
    EntenteId article = g_ascii_strtoll (parts[i], &end, 10);

    if (*end == ':' && article > 0)
      entente_article_places_set (self, article, g_ascii_strtoll (end + 1, NULL, 10));
  }
}
