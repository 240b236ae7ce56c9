/* What an article names outside of itself is never fetched: each is read by a process that the
 * system ends as soon as it opens a file or a socket. */
#include "config.h"

#include "entente-article-reader.h"
#include "entente-packed-fixture.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORDS                                                                                      \
  "The two delegations met on the old bridge and agreed to speak again before the harvest. "       \
  "Nobody said when that would be, and the river rose."

#define TEXT(body)                                                                                 \
  "<office:document-content "                                                                      \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                             \
  "xmlns:xlink=\"urn:test:xlink\" xmlns:draw=\"urn:test:draw\" "                                   \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>" body  \
  "</office:text></office:body></office:document-content>"

typedef struct {
  const char *name;
  const char *bytes;
} Article;

static const Article articles[] = {
  { "a.html", "<!DOCTYPE html SYSTEM \"http://bay.example/x.dtd\"><html><p>" WORDS "</p></html>" },
  { "a.html",
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" "
    "\"file:///etc/hostname\"><html><p>" WORDS "</p></html>" },
  { "a.html",
    "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><p>" WORDS
    " &x;</p></html>" },
  { "a.html",
    "<!DOCTYPE html [<!ENTITY % x SYSTEM \"http://bay.example/x\"> %x;]><html><p>" WORDS
    "</p></html>" },
  { "a.xhtml",
    "<?xml version=\"1.0\"?><?xml-stylesheet href=\"file:///etc/hostname\"?><html "
    "xmlns:xi=\"http://www.w3.org/2001/XInclude\"><body><xi:include href=\"file:///etc/passwd\" "
    "parse=\"text\"/><p>" WORDS "</p></body></html>" },
  { "a.html", "<img src=\"http://bay.example/x.png\"><p>" WORDS "</p>" },
  { "a.html",
    "<img srcset=\"file:///etc/passwd 2x\"><picture><source srcset=\"x\"></picture><p>" WORDS
    "</p>" },
  { "a.html", "<script src=\"http://bay.example/x.js\"></script><p>" WORDS "</p>" },
  { "a.html", "<link rel=\"stylesheet\" href=\"file:///etc/hostname\"><p>" WORDS "</p>" },
  { "a.html", "<style>@import url(http://bay.example/x.css)</style><p>" WORDS "</p>" },
  { "a.html", "<iframe src=\"file:///etc/passwd\"></iframe><p>" WORDS "</p>" },
  { "a.html", "<object data=\"file:///etc/passwd\"></object><embed src=\"x\"><p>" WORDS "</p>" },
  { "a.html",
    "<meta http-equiv=\"refresh\" content=\"0;url=http://bay.example/\"><p>" WORDS "</p>" },
  { "a.html", "<base href=\"http://bay.example/\"><a href=\"x\">one</a><p>" WORDS "</p>" },
  { "a.html",
    "<svg><image xlink:href=\"http://bay.example/x\"/><use href=\"x#y\"/></svg><p>" WORDS "</p>" },
  { "a.html", "<video src=\"http://bay.example/x\" poster=\"x\"></video><p>" WORDS "</p>" },
  { "a.html",
    "<body background=\"http://bay.example/x\"><p style=\"background:url(x)\">" WORDS "</p>" },
  { "a.html",
    "<form action=\"http://bay.example/\"><input type=\"image\" src=\"x\"></form><p>" WORDS
    "</p>" },
  { "a.html",
    "<link rel=\"prefetch dns-prefetch preconnect\" href=\"//bay.example/\"><p>" WORDS "</p>" },
  { "a.html",
    "<a href=\"http://bay.example/\" ping=\"http://bay.example/p\">x</a><p>" WORDS "</p>" },
  { "a.md", "# Talks\n\n![x](http://bay.example/x.png) ![y](file:///etc/passwd)\n\n" WORDS "\n" },
  { "a.md",
    "# Talks\n\n<img src=\"file:///etc/passwd\"> [a]\n\n[a]: http://bay.example/\n\n" WORDS "\n" },
  { "a.txt", "Talks\n\n@import /etc/passwd <?php include('/etc/passwd') ?>\n\n" WORDS "\n" },
  { "a.odt", TEXT ("<text:p><draw:image xlink:href=\"http://bay.example/x\"/>" WORDS "</text:p>") },
  { "a.odt",
    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" TEXT ("<text:p>&b;" WORDS
                                                                     "</text:p>") },
  { "a.odt",
    "<!DOCTYPE a SYSTEM \"http://bay.example/x.dtd\">" TEXT ("<text:p>" WORDS "</text:p>") },
};

static void
read_once (const Article *article)
{
  const EntentePackedFile files[] = { { "mimetype", "application/vnd.oasis.opendocument.text" },
                                      { "content.xml", article->bytes },
                                      { NULL, NULL } };
  gboolean is_packed = g_str_has_suffix (article->name, ".odt");
  g_autoptr (GBytes) packed = is_packed ? entente_packed_fixture_new (files, TRUE) : NULL;
  gsize length = strlen (article->bytes);
  const char *bytes = packed ? g_bytes_get_data (packed, &length) : article->bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDraft) draft =
    entente_article_read_bytes (bytes, length, article->name, ENTENTE_ARTICLE_AUTO, NULL, &error);

  g_assert_true (draft || error);
  g_assert_true (!draft || !strstr (draft->revision->text, "root:"));
}

#define REFUSE(call)                                                                               \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1),                                              \
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)

/* From here on the system ends this process when it opens anything. FALSE where it cannot. */
static gboolean
shut_in (void)
{
  struct sock_filter rules[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    REFUSE (SYS_socket),
    REFUSE (SYS_connect),
    REFUSE (SYS_openat),
    REFUSE (SYS_execve),
#ifdef SYS_open
    REFUSE (SYS_open),
#endif
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = { G_N_ELEMENTS (rules), rules };

  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* The status of a process that reads the article (NULL: opens a file, as a reader must not). */
static int
read_shut_in (const Article *article)
{
  pid_t child = fork ();
  int status;

  if (child == 0) {
    /* What the libraries load once is no part of the article. */
    if (article)
      read_once (article);
    if (!shut_in ())
      _exit (3);
    if (article)
      read_once (article);
    else
      close (open ("/etc/hostname", O_RDONLY));
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

static void
test_articles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++) {
    int status = read_shut_in (&articles[i]);

    if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
      g_error ("%s opened something or failed (%d): %s",
               articles[i].name,
               status,
               articles[i].bytes);
  }
}

/* The walls stand: whoever opens a file within them is ended. */
static void
test_walls (void)
{
  int status = read_shut_in (NULL);

  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGSYS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outside/walls", test_walls);
  g_test_add_func ("/outside/articles", test_articles);
  return g_test_run ();
}
