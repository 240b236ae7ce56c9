/* Soft breaks for paragraphs that would bring a text view to a standstill (a hundred kilobytes in
 * one word take it minutes), and the way from the stored text to the text in the view and back.
 *
 * A break is one line end put in before the character at its position. Pure; any thread.
 */
#include "config.h"

#include "entente-article-flow.h"
#include "entente-letter-direction.h"

#define DIRECTION_CHARS 2000

struct _EntenteArticleFlow {
  char *text;
  gint64 n_positions;
  GArray *breaks; /* gint64: positions before which a line end was put */
};

/* Where a paragraph is being read. */
typedef struct {
  EntenteArticleFlow *flow;
  GString *text;
  gsize line; /* byte of text where the present line begins */
  gsize word; /* ... and the present word */
} Writer;

static void
put_break (Writer *writer, gint64 position)
{
  g_string_append_c (writer->text, '\n');
  g_array_append_val (writer->flow->breaks, position);
  writer->line = writer->word = writer->text->len;
}

/* Breaks come behind a space, or within a word that has none for too long. */
static gboolean
needs_break (const Writer *writer, gunichar previous)
{
  gsize line = writer->text->len - writer->line, word = writer->text->len - writer->word;

  if (line > ENTENTE_ARTICLE_FLOW_BYTES && g_unichar_isspace (previous))
    return TRUE;
  return word > ENTENTE_ARTICLE_FLOW_WORD_BYTES;
}

static void
write_text (Writer *writer, const char *text)
{
  gint64 position = 0;
  gunichar previous = 0;

  for (const char *next = text; *next; next = g_utf8_next_char (next), position++) {
    gunichar character = g_utf8_get_char (next);

    if (character != '\n' && needs_break (writer, previous))
      put_break (writer, position);
    g_string_append_unichar (writer->text, character);
    if (character == '\n')
      writer->line = writer->word = writer->text->len;
    else if (g_unichar_isspace (character))
      writer->word = writer->text->len;
    previous = character;
  }
  writer->flow->n_positions = position;
}

EntenteArticleFlow *
entente_article_flow_new (const char *text)
{
  EntenteArticleFlow *flow = g_new0 (EntenteArticleFlow, 1);
  Writer writer = { .flow = flow, .text = g_string_new (NULL) };

  flow->breaks = g_array_new (FALSE, FALSE, sizeof (gint64));
  write_text (&writer, text ? text : "");
  flow->text = g_string_free (writer.text, FALSE);
  return flow;
}

void
entente_article_flow_free (EntenteArticleFlow *flow)
{
  g_free (flow->text);
  g_array_unref (flow->breaks);
  g_free (flow);
}

const char *
entente_article_flow_get_text (EntenteArticleFlow *flow)
{
  return flow->text;
}

gint64
entente_article_flow_get_n_positions (EntenteArticleFlow *flow)
{
  return flow->n_positions;
}

/* Number of breaks before or at @position. */
static guint
count_breaks (EntenteArticleFlow *flow, gint64 position)
{
  guint low = 0, high = flow->breaks->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (flow->breaks, gint64, middle) <= position)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

int
entente_article_flow_to_offset (EntenteArticleFlow *flow, gint64 position)
{
  position = CLAMP (position, 0, flow->n_positions);
  return (int) (position + count_breaks (flow, position));
}

gint64
entente_article_flow_to_position (EntenteArticleFlow *flow, int offset)
{
  guint low = 0, high = flow->breaks->len;

  /* Break number i stands at offset breaks[i] + i. */
  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (entente_article_flow_get_break (flow, middle) < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return CLAMP ((gint64) offset - low, 0, flow->n_positions);
}

gboolean
entente_article_flow_is_right_to_left (EntenteArticleFlow *flow)
{
  gint64 n_right = 0, n_left = 0;
  guint n = 0;

  for (const char *p = flow->text; *p && n < DIRECTION_CHARS; p = g_utf8_next_char (p), n++) {
    EntenteLetterDirection direction = entente_letter_direction_of (g_utf8_get_char (p));

    n_right += direction == ENTENTE_LETTER_LEFTWARDS;
    n_left += direction == ENTENTE_LETTER_RIGHTWARDS;
  }
  return n_right > n_left;
}

guint
entente_article_flow_get_n_breaks (EntenteArticleFlow *flow)
{
  return flow->breaks->len;
}

int
entente_article_flow_get_break (EntenteArticleFlow *flow, guint index)
{
  return (int) (g_array_index (flow->breaks, gint64, index) + index);
}
