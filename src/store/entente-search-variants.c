/* Letter by letter: each that has others in its stead multiplies what there is so far, until there
 * would be too many; what follows then stands as it was typed. Capital letters are those of the
 * index, which knows no language: I becomes i. */
#include "config.h"

#include "entente-search-variants.h"

#define TATWEEL 0x0640

/* Letters written one for the other, each group up to 0. */
static const gunichar groups[][5] = {
  { 'i', 0x0131 }, /* with dot, without */
  { 0x0627, 0x0623, 0x0625, 0x0622 }, /* alef, with hamza above, below, with madda */
  { 0x064A, 0x06CC, 0x0649 }, /* yeh, Persian yeh, alef maksura */
  { 0x0643, 0x06A9 }, /* kaf, keheh */
  { 0x0647, 0x0629 }, /* heh, teh marbuta */
};

static gboolean
is_mark (gunichar c)
{
  return c == TATWEEL || (c >= 0x064B && c <= 0x0652) || c == 0x0670;
}

/* As the index has it: both capitals of Turkish i become the one with its dot. */
static gunichar
lower (gunichar c)
{
  return c == 'I' || c == 0x0130 ? 'i' : c;
}

/* The group of @c, or NULL. */
static const gunichar *
find_group (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const gunichar *letter = groups[i]; *letter; letter++)
      if (*letter == c)
        return groups[i];
  return NULL;
}

static guint
count_letters (const gunichar *group)
{
  guint n = 0;

  while (group[n])
    n++;
  return n;
}

static void
append_to_all (GPtrArray *variants, gunichar c)
{
  for (guint i = 0; i < variants->len; i++)
    g_string_append_unichar (variants->pdata[i], c);
}

/* Those that are there go on with @c, and copies of them with each other letter of the group. */
static void
multiply (GPtrArray *variants, gunichar c, const gunichar *group)
{
  guint n = variants->len;

  for (; *group; group++)
    for (guint i = 0; i < n && *group != c; i++) {
      GString *other = g_string_new (((GString *) variants->pdata[i])->str);

      g_string_append_unichar (other, *group);
      g_ptr_array_add (variants, other);
    }
  for (guint i = 0; i < n; i++)
    g_string_append_unichar (variants->pdata[i], c);
}

GPtrArray *
entente_search_variants (const char *word, gsize length)
{
  g_autoptr (GPtrArray) variants = g_ptr_array_new ();
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (variants, g_string_new (NULL));
  for (const char *at = word; at < word + length; at = g_utf8_next_char (at)) {
    gunichar c = lower (g_utf8_get_char (at));
    const gunichar *group = find_group (c);

    if (is_mark (c))
      continue;
    if (group && variants->len * count_letters (group) <= ENTENTE_SEARCH_MAX_VARIANTS)
      multiply (variants, c, group);
    else
      append_to_all (variants, c);
  }
  for (guint i = 0; i < variants->len; i++)
    g_ptr_array_add (texts, g_string_free (variants->pdata[i], FALSE));
  return texts;
}
