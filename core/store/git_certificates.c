/* SPDX-License-Identifier: MIT */
/*
 * libgit2 built with Mbed TLS reads every certificate of the system when it
 * starts, which costs several milliseconds in a program that mostly writes to
 * a disk.  It finds this function before the library's own, for the module
 * that was opened comes first among those that it brought along.
 *
 * The path that libgit2 has built in is said not to be there: connections by
 * TLS are refused until somebody names certificates.  That is done before a
 * push, by a path that is spelt in another way; it is read here and given to
 * Mbed TLS's own parser.
 */
#include "core/store/git_store.h"

#define X509_FILE_IO_ERROR (-0x2900)
#define FILE_MOST ((size_t)16 << 20)

/* Of libmbedx509, which libgit2 brings along; takes PEM with its NUL. */
int mbedtls_x509_crt_parse(void *chain, const unsigned char *bytes,
			   size_t size);

__attribute__((visibility("default")))
int mbedtls_x509_crt_parse_file(void *chain, const char *path);

int mbedtls_x509_crt_parse_file(void *chain, const char *path)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error ignored = ERROR_INIT;

	if (!strcmp(path, GIT_CERTIFICATES) ||
	    file_read(&bytes, path, FILE_MOST, &ignored))
		return X509_FILE_IO_ERROR;
	return mbedtls_x509_crt_parse(chain, (const unsigned char *)bytes.buf,
				      bytes.len + 1);
}
