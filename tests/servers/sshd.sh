# An SSH server of our own for a test: a user who may be let in by a key, on
# 127.0.0.1 and a free port.  Sourced by tests; they stop it by its pid.
#
#	sshd_begin FOLDER	makes keys and starts it; sets $ssh_port
#	sshd_end FOLDER

# Ports that nobody listens on are asked of the system, and may be taken by
# others before we have them: then the next is tried.
free_port () {
	python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

# wait_for_port PORT
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

sshd_config () {
	cat <<-END
	Port $ssh_port
	ListenAddress 127.0.0.1
	HostKey "$1/host_key"
	PidFile "$1/pid"
	AuthorizedKeysFile "$1/authorized_keys"
	PasswordAuthentication no
	KbdInteractiveAuthentication no
	UsePAM no
	StrictModes no
	PermitRootLogin prohibit-password
	Subsystem sftp internal-sftp
	MaxStartups 100
	END
}

sshd_start () {
	ssh_port=$(free_port) &&
	sshd_config "$1" >"$1/config" &&
	/usr/sbin/sshd -f "$1/config" -E "$1/log" &&
	wait_for_port "$ssh_port"
}

sshd_begin () {
	mkdir -p "$1" "$HOME/.ssh" &&
	{ test -d /run/sshd || mkdir -p /run/sshd; } &&
	ssh-keygen -q -t ed25519 -N "" -f "$1/host_key" &&
	ssh-keygen -q -t ed25519 -N "" -f "$HOME/.ssh/id_ed25519" &&
	cp "$HOME/.ssh/id_ed25519.pub" "$1/authorized_keys" &&
	sshd_start "$1"
}

sshd_end () {
	test ! -f "$1/pid" || kill "$(cat "$1/pid")" 2>/dev/null
	rm -f "$1/pid"
}
