/* ODT and DOCX to articles. */
#include "config.h"

#include "entente-article-office.h"
#include "entente-error.h"
#include "entente-packed-fixture.h"

#include <string.h>

#define FIRST                                                                                      \
  "The two delegations met on the old bridge and agreed to speak again before the harvest."
#define SECOND                                                                                     \
  "Nobody had asked the fishers, who waited below with their boats until the evening came."

#define ODT_TYPE "application/vnd.oasis.opendocument.text"
#define ODT_NAMES                                                                                  \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                             \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                                 \
  "xmlns:dc=\"urn:test:dc\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "        \
  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
#define ODT(body)                                                                                  \
  "<?xml version=\"1.0\"?><office:document-content " ODT_NAMES "><office:body><office:text>" body  \
  "</office:text></office:body></office:document-content>"

static const char odt_text[] = ODT (
  "<text:sequence-decls><text:sequence-decl text:name=\"Figure\"/></text:sequence-decls>"
  "<text:tracked-changes><text:changed-region><text:deletion><text:p>A rash word.</text:p>"
  "</text:deletion></text:changed-region></text:tracked-changes>"
  "<text:p text:style-name=\"Title\">The River<text:s text:c=\"2\"/>Talks</text:p>"
  "<text:p>By Maya Ortiz</text:p><text:p>3 May 2017</text:p>"
  "<text:p>The two <text:span>dele</text:span>gations met on the old bridge and agreed to\n speak "
  "again before the harvest.<text:note text:id=\"ftn1\" text:note-class=\"footnote\">"
  "<text:note-citation>1</text:note-citation><text:note-body><text:p>Ferry Gazette, 2 April 2017"
  "</text:p></text:note-body></text:note></text:p>"
  "<text:h text:outline-level=\"2\">What the fishers say</text:h>"
  "<office:annotation><dc:creator>JV</dc:creator><text:p>Check this!</text:p></office:annotation>"
  "<text:list><text:list-item><text:p>" SECOND "</text:p></text:list-item></text:list>"
  "<table:table><table:table-row><table:table-cell><text:p>Boats</text:p></table:table-cell>"
  "<table:table-cell><text:p>Twelve</text:p></table:table-cell></table:table-row></table:table>");

static const char odt_meta[] =
  "<office:document-meta " ODT_NAMES "><office:meta><dc:title>river</dc:title>"
  "<meta:initial-creator>Somebody</meta:initial-creator><dc:language>en-GB</dc:language>"
  "<meta:creation-date>2017-05-02T10:00:00</meta:creation-date></office:meta></"
  "office:document-meta>";

#define WORD_NAMES                                                                                 \
  "xmlns:w=\"http://schemas.openxmlformats.example/main\" "                                        \
  "xmlns:mc=\"http://schemas.openxmlformats.example/mc\" xmlns:dc=\"urn:test:dc\" "                \
  "xmlns:dcterms=\"urn:test:dcterms\""
#define DOCX(body)                                                                                 \
  "<?xml version=\"1.0\"?><w:document " WORD_NAMES "><w:body>" body "</w:body></w:document>"

static const char docx_text[] = DOCX (
  "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>The River Talks</w:t></w:r></w:p>"
  "<w:p><w:r><w:t xml:space=\"preserve\">The two dele</w:t></w:r><w:r><w:t>gations met on the old "
  "bridge and </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>"
  "agreed</w:t></w:r></w:ins><w:r><w:tab/><w:t>to speak again before the harvest.</w:t></w:r><w:r>"
  "<w:footnoteReference w:id=\"2\"/></w:r></w:p>"
  "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret.</w:t></w:r><w:hyperlink><w:r><w:t>" SECOND
  "</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r>"
  "<w:endnoteReference w:id=\"1\"/></w:r></w:p>"
  "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>Once.</w:t></w:r></"
  "mc:Choice><mc:Fallback><w:r><w:t>"
  "Once.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>");
static const char docx_footnotes[] =
  "<w:footnotes " WORD_NAMES "><w:footnote w:id=\"0\" w:type=\"separator\"><w:p/></w:footnote>"
  "<w:footnote w:id=\"2\"><w:p><w:r><w:t>Ferry Gazette, 2 April 2017</w:t></w:r></w:p></w:footnote>"
  "</w:footnotes>";
static const char docx_endnotes[] =
  "<w:endnotes " WORD_NAMES
  "><w:endnote w:id=\"1\"><w:p><w:r><w:t>Interview, 1 May 2017</w:t></w:r>"
  "</w:p></w:endnote></w:endnotes>";
static const char docx_core[] =
  "<cp:coreProperties xmlns:cp=\"urn:test:cp\" " WORD_NAMES "><dc:creator>Maya Ortiz</dc:creator>"
  "<dcterms:created>2017-05-03T08:00:00Z</dcterms:created></cp:coreProperties>";

static EntenteArticleDraft *
read_files (const EntentePackedFile *files, GError **error)
{
  g_autoptr (GBytes) bytes = entente_packed_fixture_new (files, TRUE);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  return entente_article_office_read (data, length, "river.odt", error);
}

static gboolean
tells (const EntenteArticleDraft *draft, const char *words)
{
  for (guint i = 0; i < draft->notices->len; i++) {
    if (strstr (draft->notices->pdata[i], words) != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
test_odt (void)
{
  const EntentePackedFile files[] = { { "mimetype", ODT_TYPE },
                                      { "content.xml", odt_text },
                                      { "meta.xml", odt_meta },
                                      { NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDraft) draft = read_files (files, &error);
  g_assert_no_error (error);
  const EntenteFootnote *note = draft->footnotes->pdata[0];
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05-03");
  g_assert_cmpstr (draft->revision->text,
                   ==,
                   FIRST "[1]\nWhat the fishers say\n" SECOND "\nBoats\nTwelve\n");
  g_assert_cmpuint (draft->footnotes->len, ==, 1);
  g_assert_cmpstr (note->text, ==, "Ferry Gazette, 2 April 2017");
  g_assert_cmpint (note->position, ==, (gint64) strlen (FIRST));
  g_assert_cmpstr (note->cited_date->edtf, ==, "2017-04-02");
  g_assert_true (tells (draft, "deleted"));
  g_assert_true (tells (draft, "comment"));
}

static void
test_docx (void)
{
  const EntentePackedFile files[] = {
    { "[Content_Types].xml", "<x/>" },        { "word/document.xml", docx_text },
    { "word/footnotes.xml", docx_footnotes }, { "word/endnotes.xml", docx_endnotes },
    { "docProps/core.xml", docx_core },       { NULL, NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDraft) draft = read_files (files, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft->article->title, ==, "The River Talks");
  g_assert_cmpstr (draft->article->authors, ==, "Maya Ortiz");
  g_assert_cmpstr (draft->article->published->edtf, ==, "2017-05-03");
  g_assert_cmpstr (draft->revision->text, ==, FIRST "[1]\n" SECOND "[2]\nOnce.\n");
  g_assert_cmpuint (draft->footnotes->len, ==, 2);
  g_assert_cmpstr (((EntenteFootnote *) draft->footnotes->pdata[1])->text,
                   ==,
                   "Interview, 1 May 2017");
  g_assert_true (tells (draft, "deleted"));
  g_assert_true (tells (draft, "hidden"));
  g_assert_true (tells (draft, "check it"));
}

/* A document type could make a small file large, or read another file. */
static void
test_refused (void)
{
  static const char *const texts[] = {
    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>" ODT ("<text:p>&b;</text:p>"),
    "<office:document-content>",
    "",
    ODT (""),
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    const EntentePackedFile files[] = { { "mimetype", ODT_TYPE },
                                        { "content.xml", texts[i] },
                                        { NULL, NULL } };
    g_autoptr (GError) error = NULL;
    g_assert_null (read_files (files, &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "river.odt"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-office/odt", test_odt);
  g_test_add_func ("/article-office/docx", test_docx);
  g_test_add_func ("/article-office/refused", test_refused);
  return g_test_run ();
}
