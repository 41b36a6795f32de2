"""nginx on many addresses of this machine: a server that costs little beside what it measures."""

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.loopback import free_port

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
TIMED = "linkchecker.log"
"""In the folder of the server: the instant of each answer to LinkChecker, in seconds."""
_WAIT = 0.02

_CONFIGURATION = """
{user}
daemon off;
worker_processes 2;
worker_rlimit_nofile {files};
pid nginx.pid;
error_log error.log;
events {{ worker_connections {files}; }}
http {{
  map $http_user_agent $timed {{ default 0; ~LinkChecker 1; }}
  log_format instant $msec;
  access_log {timed} instant if=$timed;
  types {{ }}
  default_type "text/html; charset=utf-8";
  client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp;
  uwsgi_temp_path temp; scgi_temp_path temp;
  open_file_cache max=4096;
  sendfile on;
  tcp_nopush on;
  # LinkChecker waits up to 0.6 s between two requests to a host that does not say this.
  add_header LinkChecker 1;
  server {{
    {listen}
    root bodies;
    location ~ ^/([0-9]+)/ {{ try_files /$1.html =404; }}
  }}
}}
"""


@contextmanager
def serving(
    folder: Path, hosts: Sequence[str], bodies: int, body: Callable[[int], bytes]
) -> Iterator[int]:
    """Serve ``/<number of a body>/…`` on every address while the block runs; yield the port."""
    port = free_port()
    _prepare(folder, hosts, port)
    for n in range(bodies):
        (folder / "bodies" / f"{n}.html").write_bytes(body(n))
    assert NGINX is not None
    process = subprocess.Popen([NGINX, "-p", str(folder), "-c", "nginx.conf", "-e", "error.log"])
    try:
        _until_it_listens(process, hosts[-1], port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _prepare(folder: Path, hosts: Sequence[str], port: int) -> None:
    (folder / "bodies").mkdir(parents=True)
    user = "user root root;" if os.geteuid() == 0 else ""
    listen = "\n    ".join(f"listen {host}:{port};" for host in hosts)
    files = 2 * len(hosts) + 4096
    configuration = _CONFIGURATION.format(user=user, listen=listen, files=files, timed=TIMED)
    (folder / "nginx.conf").write_text(configuration)


def _until_it_listens(process: subprocess.Popen[bytes], host: str, port: int) -> None:
    while process.poll() is None:
        try:
            socket.create_connection((host, port)).close()
        except ConnectionRefusedError:
            _give_it_time(process)
        else:
            return
    raise RuntimeError("nginx did not start: see what it says above")


def _give_it_time(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(_WAIT)
    except subprocess.TimeoutExpired:
        return
