#!/usr/bin/env python3
"""A small S3 for tests: s3.py ROOT PORTFILE

Buckets are the folders of ROOT; an object is a file, and its headers are in
ROOT/.headers/BUCKET/KEY.  Every request must be signed as the "Signature
Version 4" pages of the AWS documentation say: the signature is made anew from
the request as it arrived, and another one is refused, as is a body of another
digest.  The port is written to PORTFILE, a line for each request to ROOT/.log.

What is odd is asked for by files in ROOT, which are read at each request:

    .drop    N: drop the connection instead of answering, from request N on
    .busy    N: answer the next N requests with 503 and Retry-After: 1
    .closed  keys that begin so must not be written (403)
    .token   the session token that is wanted
"""

import hashlib
import hmac
import http.server
import os
import re
import sys
import threading
import urllib.parse

KEY_ID = "AKIDHECTOTEST"
SECRET = "wJalrXUtnFEMI/K7MDENG/wonderland"
ROOT = sys.argv[1]
LOCK = threading.Lock()
served = 0


def setting(name):
    try:
        with open(os.path.join(ROOT, name)) as f:
            return f.read().strip()
    except FileNotFoundError:
        return ""


def digest(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def canonical_query(query):
    pairs = urllib.parse.parse_qsl(query, keep_blank_values=True)
    quoted = sorted((urllib.parse.quote(k, safe="-_.~"),
                     urllib.parse.quote(v, safe="-_.~")) for k, v in pairs)
    return "&".join(k + "=" + v for k, v in quoted)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def refuse(self, status, code, **headers):
        body = ('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>%s'
                "</Code><Message>no</Message></Error>" % code).encode()
        self.answer(status, body, {"Content-Type": "application/xml",
                                   **headers})

    def answer(self, status, body=b"", headers=()):
        with LOCK, open(os.path.join(ROOT, ".log"), "a") as f:
            f.write("%d %s %s\n" % (status, self.command, self.path))
        self.send_response(status)
        for name, value in dict(headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def signature(self, scope, signed):
        """The signature that this request ought to have."""
        path, _, query = self.path.partition("?")
        # The key is to be escaped once, and as AWS does it.
        path = urllib.parse.quote(urllib.parse.unquote(path), safe="/-_.~")
        headers = "".join(
            "%s:%s\n" % (name, " ".join(self.headers.get(name, "").split()))
            for name in signed)
        request = "\n".join([
            self.command, path, canonical_query(query), headers,
            ";".join(signed), self.headers.get("x-amz-content-sha256", "")])
        to_sign = "\n".join([
            "AWS4-HMAC-SHA256", self.headers.get("x-amz-date", ""),
            "/".join(scope),
            hashlib.sha256(request.encode()).hexdigest()])
        key = ("AWS4" + SECRET).encode()
        for part in scope:
            key = digest(key, part)
        return hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()

    def problem(self, body):
        """Why this request is refused: status and code; or None."""
        m = re.fullmatch(
            r"AWS4-HMAC-SHA256 Credential=([^/,]+)/([^,]+), *"
            r"SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})",
            self.headers.get("Authorization", ""))
        if not m:
            return 403, "AccessDenied"
        key_id, scope, signed, given = m.groups()
        scope, signed = scope.split("/"), signed.split(";")
        must = {"host", "x-amz-date", "x-amz-content-sha256"}
        must |= {name.lower() for name in self.headers
                 if name.lower().startswith("x-amz-")}
        if key_id != KEY_ID:
            return 403, "InvalidAccessKeyId"
        if len(scope) != 4 or scope[2:] != ["s3", "aws4_request"]:
            return 400, "AuthorizationHeaderMalformed"
        if scope[1] != "eu-central-1":
            return 400, "AuthorizationHeaderMalformed"
        if not must <= set(signed) or signed != sorted(signed):
            return 403, "AccessDenied"
        if not hmac.compare_digest(self.signature(scope, signed), given):
            return 403, "SignatureDoesNotMatch"
        if setting(".token") != self.headers.get("x-amz-security-token", ""):
            return 403, "InvalidToken"
        want = self.headers.get("x-amz-content-sha256")
        if hashlib.sha256(body).hexdigest() != want:
            return 400, "XAmzContentSHA256Mismatch"
        return None

    def is_dropped(self):
        global served
        with LOCK:
            served += 1
            limit = setting(".drop")
            return limit and served >= int(limit)

    def is_busy(self):
        with LOCK:
            left = int(setting(".busy") or 0)
            if left:
                with open(os.path.join(ROOT, ".busy"), "w") as f:
                    f.write(str(left - 1))
            return left > 0

    def serve(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.is_dropped():
            self.close_connection = True
            return
        if self.is_busy():
            self.refuse(503, "SlowDown", Retry_After="1")
            return
        problem = self.problem(body)
        if problem:
            self.refuse(*problem)
            return
        path = urllib.parse.unquote(self.path.partition("?")[0])
        bucket, _, key = path.lstrip("/").partition("/")
        if not os.path.isdir(os.path.join(ROOT, bucket)):
            self.refuse(404, "NoSuchBucket")
        else:
            self.do(bucket, key, body)

    def do(self, bucket, key, body):
        file = os.path.join(ROOT, bucket, key)
        closed = setting(".closed")
        if self.command != "GET" and closed and key.startswith(closed):
            self.refuse(403, "AccessDenied")
        elif self.command == "PUT":
            self.keep(file, body)
            self.keep(os.path.join(ROOT, ".headers", bucket, key),
                      str(self.headers).encode())
            self.answer(200)
        elif self.command == "DELETE":
            if os.path.exists(file):
                os.remove(file)
            self.answer(204)
        elif os.path.isfile(file):
            with open(file, "rb") as f:
                self.answer(200, f.read())
        else:
            self.refuse(404, "NoSuchKey")

    def keep(self, file, body):
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "wb") as f:
            f.write(body)

    do_GET = do_PUT = do_DELETE = do_HEAD = serve


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    with open(sys.argv[2] + ".new", "w") as f:
        f.write(str(server.server_address[1]))
    os.rename(sys.argv[2] + ".new", sys.argv[2])
    server.serve_forever()


main()
