# An SSH server of our own for a test: a user who may be let in by a key, on
# 127.0.0.1 and a free port.  Sourced by tests; they stop it by its pid.
#
#	sshd_begin FOLDER	makes keys and starts it; sets $ssh_port
#	sshd_end FOLDER

. "$HECTO_SOURCE/tests/servers/ports.sh"

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

# On the port that it has, or had.
sshd_start () {
	/usr/sbin/sshd -f "$1/config" -E "$1/log" >/dev/null 2>&1 &&
	wait_for_port "$ssh_port"
}

sshd_begin () {
	mkdir -p "$1" "$HOME/.ssh" &&
	{ test "$(id -u)" != 0 || mkdir -p /run/sshd; } &&
	ssh-keygen -q -t ed25519 -N "" -f "$1/host_key" &&
	ssh-keygen -q -t ed25519 -N "" -f "$HOME/.ssh/id_ed25519" &&
	cp "$HOME/.ssh/id_ed25519.pub" "$1/authorized_keys" &&
	ssh_port=$(free_port) &&
	sshd_config "$1" >"$1/config" &&
	sshd_start "$1"
}

# An account may be locked, or have no shell.
sshd_lets_in () {
	sftp -q -b /dev/null -P "$ssh_port" -i "$HOME/.ssh/id_ed25519" \
		-o UserKnownHostsFile=/dev/null -o StrictHostKeyChecking=no \
		-o BatchMode=yes "$(id -un)@127.0.0.1" >/dev/null 2>&1
}

sshd_end () {
	stop_server "$1/pid"
}

# The line of known_hosts, for this port or another.
sshd_known () {
	echo "[127.0.0.1]:${2:-$ssh_port} $(cut -d" " -f1,2 "$1/host_key.pub")"
}
