# WebDAV servers of our own for a test, on 127.0.0.1 and free ports, that let
# "me" in with the password "wonderland".  Sourced; stopped by their pid.
#
#	nginx_begin FOLDER	serves FOLDER/root; sets $dav_port, $tls_port
#	apache_begin FOLDER	serves FOLDER/root/dav as /dav; sets $dav_port
#	dav_end FOLDER
. "$HECTO_SOURCE/tests/servers/ports.sh"

htpasswd_line () {
	python3 -c 'import base64, hashlib
digest = hashlib.sha1(b"wonderland").digest()
print("me:{SHA}" + base64.b64encode(digest).decode())'
}

# Whoever is not root serves as himself.
nginx_config () {
	test "$(id -u)" != 0 || echo "user root;"
	cat <<-END
	load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
	pid "$1/pid";
	error_log "$1/error.log";
	worker_processes 1;
	events { }
	http {
		access_log "$1/access.log";
		client_body_temp_path "$1/tmp/body";
		proxy_temp_path "$1/tmp/proxy";
		fastcgi_temp_path "$1/tmp/fastcgi";
		uwsgi_temp_path "$1/tmp/uwsgi";
		scgi_temp_path "$1/tmp/scgi";
		server {
			listen 127.0.0.1:$dav_port;
			listen 127.0.0.1:$tls_port ssl http2;
			ssl_certificate "$1/cert.pem";
			ssl_certificate_key "$1/key.pem";
			root "$1/root";
			dav_access user:rw group:r all:r;
			auth_basic "here";
			auth_basic_user_file "$1/htpasswd";
			dav_methods PUT DELETE MKCOL COPY MOVE;
			dav_ext_methods PROPFIND OPTIONS;
			location /without-move/ {
				dav_methods PUT DELETE MKCOL;
			}
			location ~ ^/forbidden/.*\.html\$ {
				limit_except GET { deny all; }
			}
			location ~ ^/full/.*topics { return 507; }
			location /moved/ { return 301 /elsewhere/; }
		}
	}
	END
}

nginx_start () {
	/usr/sbin/nginx -c "$1/config" -e "$1/error.log" >/dev/null 2>&1 &&
	wait_for_port "$dav_port"
}

nginx_begin () {
	mkdir -p "$1/root" "$1/tmp" &&
	htpasswd_line >"$1/htpasswd" &&
	openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -batch \
		-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
		-keyout "$1/key.pem" -out "$1/cert.pem" 2>/dev/null &&
	dav_port=$(free_port) &&
	tls_port=$(free_port) &&
	nginx_config "$1" >"$1/config" &&
	nginx_start "$1"
}

apache_config () {
	for module in mpm_event authn_core authn_file authz_core authz_user \
		auth_basic dav dav_fs mime
	do
		echo "LoadModule ${module}_module" \
			"/usr/lib/apache2/modules/mod_$module.so"
	done
	test "$(id -u)" != 0 || printf "User www-data\nGroup www-data\n"
	cat <<-END
	ServerRoot "$1"
	PidFile "$1/pid"
	DefaultRuntimeDir "$1"
	ErrorLog "$1/error.log"
	ServerName 127.0.0.1
	Listen 127.0.0.1:$dav_port
	TypesConfig /dev/null
	DavLockDB "$1/lock/db"
	DocumentRoot "$1/root"
	<Location /dav>
	Dav On
	AuthType Basic
	AuthName here
	AuthUserFile "$1/htpasswd"
	Require valid-user
	</Location>
	END
}

apache_begin () {
	mkdir -p "$1/root/dav" "$1/lock" &&
	htpasswd_line >"$1/htpasswd" &&
	{ test "$(id -u)" != 0 ||
		chown -R www-data:www-data "$1/root" "$1/lock"; } &&
	dav_port=$(free_port) &&
	apache_config "$1" >"$1/config" &&
	/usr/sbin/apache2 -f "$1/config" -k start >/dev/null 2>&1 &&
	wait_for_port "$dav_port"
}

dav_end () {
	stop_server "$1/pid"
}
