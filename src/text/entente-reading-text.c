/* Title and body of an article put behind each other, and the way back to the bytes that they come
 * from. */
#include "config.h"

#include "entente-reading-private.h"

static const EntenteSourcePart *
find_title (const EntenteStructure *structure)
{
  for (guint i = 0; structure && i < structure->parts->len; i++) {
    const EntenteSourcePart *part = g_ptr_array_index (structure->parts, i);

    if (part->field == ENTENTE_STRUCTURE_TITLE)
      return part;
  }
  return NULL;
}

void
entente_reading_text_init (EntenteReadingText *self, const EntenteReadingInput *input)
{
  const EntenteSourcePart *title = find_title (input->structure);
  GString *text = g_string_new (NULL);

  *self = (EntenteReadingText){ .structure = input->structure };
  if (!input->structure) {
    g_string_append_len (text, input->text, input->length);
  } else {
    if (title && title->end > title->start) {
      g_string_append_len (text, input->text + title->start, title->end - title->start);
      g_strdelimit (text->str, "\n\r", ' ');
      g_string_append_c (text, '\n');
      self->title_start = title->start;
      self->title_length = text->len;
    }
    g_string_append (text, input->structure->body ? input->structure->body : "");
  }
  self->length = text->len;
  self->text = g_string_free (text, FALSE);
}

void
entente_reading_text_clear (EntenteReadingText *self)
{
  g_clear_pointer (&self->text, g_free);
}

gsize
entente_reading_text_to_source (const EntenteReadingText *self, gsize byte)
{
  if (!self->structure)
    return byte;
  if (byte < self->title_length)
    return self->title_start + byte;
  return entente_structure_to_source (self->structure, byte - self->title_length);
}
