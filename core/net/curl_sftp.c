/* SPDX-License-Identifier: MIT */
/*
 * SFTP: a file is put beside its place and renamed.  libcurl speaks version 3
 * of the protocol, which cannot rename over another file: the old one is
 * removed the instant before.  The extension posix-rename@openssh.com, which
 * could, came to libssh2 only in 2024, after 1.11.
 */
#include "core/net/curl_transfer.h"

#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "core/base/path.h"
#include "core/base/sha256.h"

#define BESIDE "hecto-tmp-"

/* --- what we are let in with --------------------------------------------- */

static const char *home_file(struct net_transfer *t, const char *name)
{
	const char *home = t->place.environment.home;
	AUTO(strbuf) path = STRBUF_INIT;

	strbuf_addstr(&path, home ? home : "/");
	path_join(&path, ".ssh");
	path_join(&path, name);
	return arena_strdup(&t->mem, path.buf);
}

/* libcurl takes one key; those of the agent come on top. */
static const char *find_key(struct net_transfer *t)
{
	static const char *const names[] = { "id_ed25519", "id_ecdsa",
					     "id_rsa" };

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		const char *file = home_file(t, names[i]);

		if (!access(file, R_OK))
			return file;
	}
	return NULL;
}

static void set_login(struct net_transfer *t, struct errand *e)
{
	long ways = CURLSSH_AUTH_AGENT;
	const struct passwd *me;

	if (t->key) {
		ways |= CURLSSH_AUTH_PUBLICKEY;
		curl_easy_setopt(e->curl, CURLOPT_SSH_PRIVATE_KEYFILE, t->key);
	}
	curl_easy_setopt(e->curl, CURLOPT_SSH_AUTH_TYPES, ways);
	me = t->has_user ? NULL : getpwuid(geteuid());
	if (me)
		curl_easy_setopt(e->curl, CURLOPT_USERNAME, me->pw_name);
}

/* --- who we are talking to ----------------------------------------------- */

/* "SHA256:…", as ssh-keygen -l shows it: base64 without padding. */
static void set_fingerprint(struct host_key *k, struct str key)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct sha256_hex hex;
	struct sha256 sum;

	sha256_init(&sum);
	sha256_add(&sum, key);
	hex = sha256_end(&sum);
	sha256_add_fingerprint(&out, &hex);
	strbuf_truncate(&out, sizeof(k->fingerprint) - 1);
	memcpy(k->fingerprint, out.buf, out.len + 1);
}

/* The name of its type stands at the beginning of a key (RFC 4253, 6.6). */
static void set_type(struct host_key *k, struct str key)
{
	size_t len = key.len > 4 ? (unsigned char)key.s[3] : 0;

	if (len >= sizeof(k->type) || len + 4 > key.len)
		len = 0;
	memcpy(k->type, key.s + 4, len);
	k->type[len] = '\0';
}

static int check_host(CURL *curl UNUSED,
		      const struct curl_khkey *known UNUSED,
		      const struct curl_khkey *found, enum curl_khmatch match,
		      void *arg)
{
	struct net_transfer *t = arg;
	struct host_key *k = &t->host_key;

	if (match == CURLKHMATCH_OK)
		return CURLKHSTAT_FINE;
	k->missing = match == CURLKHMATCH_MISSING;
	k->changed = !k->missing;
	if (found && found->len) {
		struct str key = { found->key, found->len };

		set_fingerprint(k, key);
		set_type(k, key);
	}
	return CURLKHSTAT_REJECT;
}

static enum verdict refuse_host(struct net_transfer *t, struct error *err)
{
	const struct host_key *k = &t->host_key;

	if (k->changed)
		error_set(err, ERROR_AUTH, "THE HOST KEY OF '%s' HAS CHANGED: "
			  "somebody may be listening, so nothing was sent; it "
			  "is now %s %s; ask its owner, and only if that is "
			  "right, 'ssh-keygen -R' its old key and accept the "
			  "new one with ssh", t->shown, k->type,
			  k->fingerprint);
	else
		error_set(err, ERROR_AUTH, "the host key of '%s' is not known; "
			  "it is %s %s; compare that with what its owner says, "
			  "then accept it with 'ssh %s' (or append what "
			  "ssh-keyscan prints to '%s')", t->shown, k->type,
			  k->fingerprint, t->ssh_words, t->known_hosts);
	return FAILED;
}

/* --- requests ------------------------------------------------------------ */

/* A command with paths in double quotes, as libcurl reads it. */
static void add_path(struct strbuf *out, const struct net_transfer *t,
		     const char *path, const char *prefix)
{
	AUTO(strbuf) whole = STRBUF_INIT;
	struct str folder = path_dirname(str_of(path));

	strbuf_addstr(&whole, t->home);
	if (folder.len) {
		strbuf_addslice(&whole, folder);
		strbuf_addch(&whole, '/');
	}
	strbuf_addstr(&whole, prefix);
	strbuf_addslice(&whole, path_basename(str_of(path)));
	strbuf_addstr(out, " \"");
	for (size_t i = 0; i < whole.len; i++) {
		if (strchr("\\\"'", whole.buf[i]))
			strbuf_addch(out, '\\');
		strbuf_addch(out, whole.buf[i]);
	}
	strbuf_addch(out, '"');
}

static void add_command(struct errand *e, const char *line)
{
	struct curl_slist *more = curl_slist_append(e->quotes, line);

	if (more)
		e->quotes = more;
}

static void ask_put(struct net_transfer *t, struct errand *e)
{
	AUTO(strbuf) url = STRBUF_INIT;
	AUTO(strbuf) away = STRBUF_INIT;
	AUTO(strbuf) rename = STRBUF_INIT;

	transfer_add_url(&url, t, e->path, BESIDE);
	strbuf_addstr(&away, "*rm");
	add_path(&away, t, e->path, "");
	strbuf_addstr(&rename, "rename");
	add_path(&rename, t, e->path, BESIDE);
	add_path(&rename, t, e->path, "");
	add_command(e, away.buf);
	add_command(e, rename.buf);
	curl_easy_setopt(e->curl, CURLOPT_URL, url.buf);
	curl_easy_setopt(e->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(e->curl, CURLOPT_INFILESIZE_LARGE,
			 (curl_off_t)e->body.len);
	curl_easy_setopt(e->curl, CURLOPT_POSTQUOTE, e->quotes);
	curl_easy_setopt(e->curl, CURLOPT_FTP_CREATE_MISSING_DIRS, 1L);
	curl_easy_setopt(e->curl, CURLOPT_NEW_FILE_PERMS, 0644L);
	curl_easy_setopt(e->curl, CURLOPT_NEW_DIRECTORY_PERMS, 0755L);
}

/* With what an interruption may have left beside it, and the folders that it
 * leaves empty; a folder with files stays. */
static void ask_remove(struct net_transfer *t, struct errand *e)
{
	AUTO(strbuf) line = STRBUF_INIT;
	struct str folder = path_dirname(str_of(e->path));

	strbuf_addstr(&line, "*rm");
	add_path(&line, t, e->path, BESIDE);
	add_command(e, line.buf);
	strbuf_reset(&line);
	strbuf_addstr(&line, "rm");
	add_path(&line, t, e->path, "");
	add_command(e, line.buf);
	for (; folder.len; folder = path_dirname(folder)) {
		AUTO(strbuf) name = STRBUF_INIT;

		strbuf_addslice(&name, folder);
		strbuf_reset(&line);
		strbuf_addstr(&line, "*rmdir");
		add_path(&line, t, name.buf, "");
		add_command(e, line.buf);
	}
	curl_easy_setopt(e->curl, CURLOPT_QUOTE, e->quotes);
}

static void ask(struct net_transfer *t, struct errand *e)
{
	AUTO(strbuf) url = STRBUF_INIT;

	set_login(t, e);
	curl_easy_setopt(e->curl, CURLOPT_SSH_KNOWNHOSTS, t->known_hosts);
	curl_easy_setopt(e->curl, CURLOPT_SSH_KEYFUNCTION, check_host);
	curl_easy_setopt(e->curl, CURLOPT_SSH_KEYDATA, t);
	if (e->task == TASK_PUT) {
		ask_put(t, e);
		return;
	}
	if (e->task == TASK_GET)
		transfer_add_url(&url, t, e->path, "");
	else
		strbuf_addstr(&url, t->base);
	curl_easy_setopt(e->curl, CURLOPT_URL, url.buf);
	if (e->task != TASK_GET)
		curl_easy_setopt(e->curl, CURLOPT_NOBODY, 1L);
	if (e->task == TASK_REMOVE)
		ask_remove(t, e);
}

/* --- answers ------------------------------------------------------------- */

/* libssh2 before 1.11 signs with RSA only in a way (SHA-1) that servers of
 * OpenSSH have refused since 8.8. */
static bool has_old_rsa(void)
{
	const char *version = curl_version_info(CURLVERSION_NOW)->libssh_version;
	unsigned major, minor;
	struct str rest = str_of(version ? version : "");

	str_next_field(&rest, '/');
	return !str_to_uint(str_next_field(&rest, '.'), 99, &major) &&
	       !str_to_uint(str_next_field(&rest, '.'), 99, &minor) &&
	       major == 1 && minor < 11;
}

static enum verdict refuse_login(struct net_transfer *t, struct error *err)
{
	if (t->key && str_ends(str_of(t->key), "id_rsa") && has_old_rsa())
		error_set(err, ERROR_AUTH, "'%s' does not let us in: the key "
			  "'%s' is an RSA key, which the SSH library here "
			  "(libssh2 before 1.11) can only use in a way that "
			  "servers refuse by now; make another with "
			  "'ssh-keygen -t ed25519' and put it on the server "
			  "with ssh-copy-id", t->shown, t->key);
	else if (!t->key && !t->place.environment.ssh_agent)
		error_set(err, ERROR_AUTH, "'%s' does not let us in: there is "
			  "no SSH agent and no key ~/.ssh/id_ed25519; make one "
			  "with 'ssh-keygen -t ed25519' and put it on the "
			  "server with ssh-copy-id", t->shown);
	else
		error_set(err, ERROR_AUTH, "'%s' does not let us in with %s%s"
			  "the keys of the SSH agent; if the key has a "
			  "passphrase, give it to the agent with ssh-add, and "
			  "put it on the server with ssh-copy-id%s", t->shown,
			  t->key ? t->key : "", t->key ? " or " : "",
			  has_old_rsa() ? " (no RSA key; the SSH library here "
					  "is too old for those)" : "");
	return FAILED;
}

static bool says_not_found(const struct errand *e)
{
	struct str text = str_of(e->text);

	return str_find_str(text, STR("not found")) < text.len ||
	       str_find_str(text, STR("No such")) < text.len;
}

static enum verdict refuse_file(struct net_transfer *t, struct errand *e,
				CURLcode code, struct error *err)
{
	error_set(err, code == CURLE_REMOTE_ACCESS_DENIED ? ERROR_AUTH :
							    ERROR_NETWORK,
		  "'%s' does not take '%s': %s", t->shown,
		  e->path[0] ? e->path : t->home,
		  e->text[0] ? e->text : curl_easy_strerror(code));
	return FAILED;
}

/* libcurl does not say why the server took no more. */
static enum verdict judge_write(struct net_transfer *t, struct errand *e,
				CURLcode code, struct error *err)
{
	if (e->task != TASK_PUT || !e->sent)
		return transfer_judge_code(t, e, code, err);
	error_set(err, ERROR_NETWORK, "'%s' stopped taking '%s'; is its disk "
		  "full, or a quota reached?", t->shown, e->path);
	return AGAIN;
}

static enum verdict judge(struct net_transfer *t, struct errand *e,
			  CURLcode code, struct error *err)
{
	if (t->host_key.missing || t->host_key.changed)
		return refuse_host(t, err);
	switch ((int)code) {
	case CURLE_OK:
		return DONE;
	case CURLE_LOGIN_DENIED:
		return refuse_login(t, err);
	case CURLE_REMOTE_FILE_NOT_FOUND:
		if (e->task == TASK_HELLO)
			return DONE;
		error_set(err, ERROR_NOT_FOUND, "there is no '%s' on '%s'",
			  e->path, t->shown);
		return FAILED;
	case CURLE_QUOTE_ERROR:
		if (e->task == TASK_REMOVE && says_not_found(e))
			return DONE;
		return refuse_file(t, e, code, err);
	case CURLE_REMOTE_ACCESS_DENIED:
	case CURLE_REMOTE_DISK_FULL:
	case CURLE_UPLOAD_FAILED:
		return refuse_file(t, e, code, err);
	case CURLE_SEND_ERROR:
	case CURLE_SSH:
		return judge_write(t, e, code, err);
	default:
		return transfer_judge_code(t, e, code, err);
	}
}

/* --- the address --------------------------------------------------------- */

static char *part_of(CURLU *u, CURLUPart what, unsigned flags)
{
	char *part = NULL;

	return curl_url_get(u, what, &part, flags) ? NULL : part;
}

/* The folder as the server knows it: "/srv/www/", or "www/" for "/~/www". */
static int set_home(struct net_transfer *t, CURLU *u, struct error *err)
{
	char *part = part_of(u, CURLUPART_PATH, CURLU_URLDECODE);
	struct str path = str_of(part ? part : "/");
	bool good = part;

	for (size_t i = 0; i < path.len; i++)
		good &= (unsigned char)path.s[i] >= ' ';
	while (str_ends(path, "/"))
		path.len--;
	if (str_starts(path, "/~/"))
		path = str_from(path, 3);
	else if (str_is(path, "/~"))
		path = STR("./");
	t->home = str_ends(path, "/") ?
			  arena_strndup(&t->mem, path.s, path.len) :
			  arena_printf(&t->mem, "%.*s/", (int)path.len,
				       path.s);
	curl_free(part);
	return good ? 0 : error_set(err, ERROR_USAGE, "'%s' is no address of "
				    "a folder", t->place.url);
}

/* What a shell takes for one plain word: addresses may be somebody else's, and
 * advice is copied. */
static bool is_word(const char *s)
{
	static const char plain[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789._@+:-";

	return *s && *s != '-' && !s[strspn(s, plain)];
}

/* "-p 2222 me@host", for the advice to try ssh */
static void set_names(struct net_transfer *t, CURLU *u)
{
	char *host = part_of(u, CURLUPART_HOST, 0);
	char *user = part_of(u, CURLUPART_USER, CURLU_URLDECODE);
	char *port = part_of(u, CURLUPART_PORT, 0);

	t->has_user = user;
	t->shown = arena_strdup(&t->mem, host ? host : "");
	t->ssh_words = arena_printf(&t->mem, "%s%s%s%s%s%s",
					port ? "-p " : "", port ? port : "",
					port ? " " : "", user ? user : "",
					user ? "@" : "", t->shown);
	if (!is_word(t->shown) || (user && !is_word(user)))
		t->ssh_words = "NAME@HOST";
	curl_free(host);
	curl_free(user);
	curl_free(port);
}

int sftp_open(struct net_transfer *t, struct error *err)
{
	struct str url = str_of(t->place.url);
	CURLU *u = curl_url();
	int rc;

	if (!u || strpbrk(t->place.url, "?#") ||
	    curl_url_set(u, CURLUPART_URL, t->place.url, 0)) {
		curl_url_cleanup(u);
		return error_set(err, ERROR_USAGE, "'%s' is no address; write "
				 "sftp://NAME@HOST/FOLDER, with %%20 for a "
				 "blank", t->place.url);
	}
	rc = set_home(t, u, err);
	set_names(t, u);
	curl_url_cleanup(u);
	while (str_ends(url, "/"))
		url.len--;
	t->base = arena_printf(&t->mem, "%.*s/", (int)url.len, url.s);
	t->known_hosts = home_file(t, "known_hosts");
	t->key = find_key(t);
	return rc;
}

const struct protocol protocol_sftp = {
	.schemes = "sftp",
	.ask = ask,
	.judge = judge,
	.makes_folders = true,
	.has_hello = true,
};
