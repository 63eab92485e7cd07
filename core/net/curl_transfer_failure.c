/* SPDX-License-Identifier: MIT */
/* What libcurl itself complains of when files are on their way. */
#include "core/net/curl_transfer.h"

static bool may_pass(const struct net_transfer *t, CURLcode code)
{
	switch ((int)code) {
	case CURLE_COULDNT_CONNECT:
	case CURLE_COULDNT_RESOLVE_HOST:
		/* Who was never there will not come, either. */
		return t->answered;
	case CURLE_SEND_ERROR:
	case CURLE_RECV_ERROR:
	case CURLE_GOT_NOTHING:
	case CURLE_PARTIAL_FILE:
	case CURLE_HTTP2:
	case CURLE_HTTP2_STREAM:
	case CURLE_SSH:
		return true;
	default:
		return false;
	}
}

enum verdict transfer_judge_code(struct net_transfer *t, struct errand *e,
				 CURLcode code, struct error *err)
{
	const char *text = e->text[0] ? e->text : curl_easy_strerror(code);

	if (t->guard.refused) {
		error_set(err, ERROR_AUTH, "'%s' is not on this network, and "
			  "over http:// a password could be read on its way; "
			  "use https://", t->shown);
		return FAILED;
	}
	switch ((int)code) {
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_ISSUER_ERROR:
		error_set(err, ERROR_AUTH, "the certificate of '%s' cannot be "
			  "trusted: %s", t->shown, text);
		return FAILED;
	case CURLE_WRITE_ERROR:
		error_set(err, ERROR_NETWORK, "'%s' on '%s' is larger than "
			  "anything of ours", e->path, t->shown);
		return FAILED;
	case CURLE_OPERATION_TIMEDOUT:
		error_set(err, ERROR_NETWORK, "'%s' did not answer in time",
			  t->shown);
		return e->tries ? FAILED : AGAIN;
	case CURLE_COULDNT_RESOLVE_HOST:
		error_set(err, ERROR_NETWORK, "cannot reach '%s': %s; is it "
			  "spelt right, and is there a network?", t->shown,
			  text);
		break;
	case CURLE_COULDNT_CONNECT:
		error_set(err, ERROR_NETWORK, "cannot reach '%s': %s; is the "
			  "address right, and does the server run?", t->shown,
			  text);
		break;
	default:
		error_set(err, ERROR_NETWORK, "cannot reach '%s': %s",
			  t->shown, text);
	}
	return may_pass(t, code) ? AGAIN : FAILED;
}
