#!/usr/bin/env python3
"""A line that breaks: cutting_proxy.py PORT FILE PORTFILE [OWNPORT]

Passes what it is sent on to 127.0.0.1:PORT, and what that answers back.  As
soon as FILE is there, it passes nothing on, closes every connection and takes
no other.  The port it listens on is written to PORTFILE.
"""

import os
import selectors
import socket
import sys


def main(port, file, port_file, own_port=0):
    listener = socket.create_server(("127.0.0.1", own_port))
    with open(port_file + ".new", "w") as f:
        f.write(str(listener.getsockname()[1]))
    os.rename(port_file + ".new", port_file)
    ready = selectors.DefaultSelector()
    ready.register(listener, selectors.EVENT_READ)
    other = {}
    while not os.path.exists(file):
        for key, _ in ready.select():
            if key.fileobj is listener:
                client = listener.accept()[0]
                server = socket.create_connection(("127.0.0.1", port))
                other[client], other[server] = server, client
                ready.register(client, selectors.EVENT_READ)
                ready.register(server, selectors.EVENT_READ)
                continue
            end = key.fileobj
            if end not in other:
                continue
            try:
                data = end.recv(65536)
                if data and not os.path.exists(file):
                    other[end].sendall(data)
            except OSError:
                data = b""
            if not data:
                for each in (end, other.pop(end)):
                    other.pop(each, None)
                    ready.unregister(each)
                    each.close()
    listener.close()
    for end in other:
        end.close()


main(int(sys.argv[1]), sys.argv[2], sys.argv[3],
     int(sys.argv[4]) if len(sys.argv) > 4 else 0)
