# Ports for servers of tests.  Sourced.

# One that nobody listens on.
free_port () {
	python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

# wait_for_port PORT: until somebody does.
wait_for_port () {
	for i in $(seq 100)
	do
		python3 -c 'import socket, sys
socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1)' "$1" \
			2>/dev/null && return 0
		sleep 0.05
	done
	return 1
}

# stop_server PIDFILE: and wait until it is gone.
stop_server () {
	test -f "$1" || return 0
	server_pid=$(cat "$1")
	kill "$server_pid" 2>/dev/null
	for i in $(seq 100)
	do
		kill -0 "$server_pid" 2>/dev/null || break
		sleep 0.05
	done
	rm -f "$1"
}

# wait_for_file FILE: that a server writes its port to.
wait_for_file () {
	for i in $(seq 100)
	do
		test -s "$1" && return 0
		sleep 0.05
	done
	return 1
}
