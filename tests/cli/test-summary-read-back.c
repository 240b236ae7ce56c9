/* Markdown and HTML of a chronology, read by CommonMark's own reader and by one of XML: both tell
 * the same moves, dates and notes, as many as the study has. */

#include "config.h"

#include <cmark.h>
#include <gio/gio.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

typedef struct {
  int number;
  char *edtf; /* "" when undated */
  char *title;
  char *note; /* its text, or "" */
} Move;

static void
free_move (gpointer data)
{
  Move *move = data;

  g_free (move->edtf);
  g_free (move->title);
  g_free (move->note);
  g_free (move);
}

static char *
write_summary (const char *sample, const char *format)
{
  g_autofree char *path = g_build_filename (g_getenv ("ENTENTE_SAMPLES_DIR"), sample, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                      &error,
                                                      g_getenv ("ENTENTE_CLI"),
                                                      "summary",
                                                      path,
                                                      "--format",
                                                      format,
                                                      NULL);
  char *text = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return text;
}

/* ---- Markdown ---- */

/* All words below a node, lines joined by spaces. */
static void
append_words (GString *out, cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  cmark_node_type type = cmark_node_get_type (node);

  if (literal != NULL)
    g_string_append (out, literal);
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    g_string_append_c (out, '\n');
  for (cmark_node *child = cmark_node_first_child (node); child != NULL;
       child = cmark_node_next (child))
    append_words (out, child);
}

static char *
get_words (cmark_node *node)
{
  GString *out = g_string_new (NULL);

  append_words (out, node);
  return g_string_free (out, FALSE);
}

/* "[^12]: text" of each line of a paragraph. */
static void
take_notes (GHashTable *notes, cmark_node *paragraph)
{
  g_autofree char *words = get_words (paragraph);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    char *end = strstr (lines[i], "]: ");

    if (g_str_has_prefix (lines[i], "[^") && end != NULL)
      g_hash_table_insert (notes,
                           GINT_TO_POINTER (atoi (lines[i] + 2)),
                           g_strstrip (g_strdup (end + 3)));
  }
}

/* The date in bold, its value as code, the title in bold on the line below with its mark. */
static Move *
read_item (cmark_node *item, int number)
{
  Move *move = g_new0 (Move, 1);
  cmark_node *paragraph = cmark_node_first_child (item);
  guint n_bold = 0;

  move->number = number;
  move->edtf = g_strdup ("");
  move->note = g_strdup ("");
  for (cmark_node *node = cmark_node_first_child (paragraph); node != NULL;
       node = cmark_node_next (node)) {
    cmark_node_type type = cmark_node_get_type (node);

    if (type == CMARK_NODE_STRONG && ++n_bold == 2) {
      move->title = get_words (node);
    } else if (type == CMARK_NODE_CODE && n_bold == 1) {
      g_free (move->edtf);
      move->edtf = g_strdup (cmark_node_get_literal (node));
    } else if (n_bold == 2 && *move->note == '\0') {
      g_autofree char *mark = get_words (node);
      char *digits = mark;

      /* The brackets may be a piece of their own. */
      while (*digits != '\0' && !g_ascii_isdigit (*digits) && strchr ("[^", *digits) != NULL)
        digits++;
      if (g_ascii_isdigit (*digits)) {
        g_free (move->note);
        move->note = g_strdup_printf ("%d", atoi (digits));
      }
      if (type == CMARK_NODE_LINEBREAK)
        break;
    }
  }
  g_assert_nonnull (move->title);
  return move;
}

static void
read_list (cmark_node *list, GPtrArray *moves)
{
  int number = cmark_node_get_list_start (list);

  if (cmark_node_get_list_type (list) != CMARK_ORDERED_LIST)
    return;
  for (cmark_node *item = cmark_node_first_child (list); item != NULL;
       item = cmark_node_next (item))
    g_ptr_array_add (moves, read_item (item, number++));
}

static GPtrArray *
read_markdown (const char *text)
{
  GPtrArray *moves = g_ptr_array_new_with_free_func (free_move);
  g_autoptr (GHashTable) notes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  cmark_node *document = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);

  for (cmark_node *node = cmark_node_first_child (document); node != NULL;
       node = cmark_node_next (node)) {
    if (cmark_node_get_type (node) == CMARK_NODE_LIST)
      read_list (node, moves);
    else if (cmark_node_get_type (node) == CMARK_NODE_PARAGRAPH)
      take_notes (notes, node);
  }
  cmark_node_free (document);
  for (guint i = 0; i < moves->len; i++) {
    Move *move = g_ptr_array_index (moves, i);
    const char *note = g_hash_table_lookup (notes, GINT_TO_POINTER (atoi (move->note)));

    g_assert_true (*move->note == '\0' || note != NULL);
    g_free (move->note);
    move->note = g_strdup (note != NULL ? note : "");
  }
  return moves;
}

/* ---- HTML ---- */

static char *
get_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

/* The element below @node whose attribute @name is @value; NULL for none. */
static xmlNode *
find_element (xmlNode *node, const char *name, const char *value)
{
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child)) {
    g_autofree char *found = get_attribute (child, name);
    xmlNode *below;

    if (found != NULL && (value == NULL || g_str_equal (found, value)))
      return child;
    below = find_element (child, name, value);
    if (below != NULL)
      return below;
  }
  return NULL;
}

static char *
get_content (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *copy = g_strdup ((const char *) content);

  xmlFree (content);
  return copy;
}

/* The text of a note, without the way back. */
static char *
get_note (xmlNode *root, xmlNode *entry)
{
  xmlNode *link = find_element (entry, "href", NULL);
  g_autofree char *href = link != NULL ? get_attribute (link, "href") : NULL;
  xmlNode *note = href != NULL ? find_element (root, "id", href + 1) : NULL;

  g_assert_true (href == NULL || note != NULL);
  return note != NULL ? g_strstrip (g_strdup ((const char *) note->children->content))
                      : g_strdup ("");
}

static GPtrArray *
read_html (const char *text)
{
  GPtrArray *moves = g_ptr_array_new_with_free_func (free_move);
  xmlDoc *document =
    xmlReadMemory (text, (int) strlen (text), "summary.html", "UTF-8", XML_PARSE_NONET);
  xmlNode *root = xmlDocGetRootElement (document);

  for (int number = 1;; number++) {
    g_autofree char *id = g_strdup_printf ("entry-%d", number);
    xmlNode *entry = find_element (root, "id", id);
    xmlNode *date;
    Move *move;

    if (entry == NULL)
      break;
    move = g_new0 (Move, 1);
    date = find_element (entry, "class", "date");
    move->number = number;
    move->edtf = date != NULL ? get_attribute (date, "value") : g_strdup ("");
    move->title = get_content (find_element (entry, "class", "title"));
    move->note = get_note (root, entry);
    g_ptr_array_add (moves, move);
  }
  xmlFreeDoc (document);
  return moves;
}

/* ---- both ---- */

static void
test_read_back (gconstpointer sample)
{
  g_autofree char *markdown = write_summary (sample, "markdown");
  g_autofree char *html = write_summary (sample, "html");
  g_autoptr (GPtrArray) one = read_markdown (markdown);
  g_autoptr (GPtrArray) other = read_html (html);
  g_autofree char *counts = g_strdup_printf ("%u of %u events", one->len, one->len);

  g_assert_cmpuint (one->len, >, 40);
  g_assert_cmpuint (one->len, ==, other->len);
  g_assert_nonnull (strstr (html, counts));
  for (guint i = 0; i < one->len; i++) {
    const Move *a = g_ptr_array_index (one, i);
    const Move *b = g_ptr_array_index (other, i);

    g_assert_cmpint (a->number, ==, b->number);
    g_assert_cmpstr (a->edtf, ==, b->edtf);
    g_assert_cmpstr (a->title, ==, b->title);
    g_assert_cmpstr (a->note, ==, b->note);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/summary-read-back/afghan-talks",
                        "afghan-talks-2018.entente",
                        test_read_back);
  g_test_add_data_func ("/summary-read-back/iran-nuclear",
                        "iran-nuclear-2003-2015.entente",
                        test_read_back);
  return g_test_run ();
}
