"""nginx in front of the product, as an operator sets it up: compresses pages, tells that TLS was used.

It ends no TLS here: on loopback a browser trusts plain addresses as it trusts TLS elsewhere.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.server import free_port, wait_until_served

PARTS = ("nginx-light", "libnginx-mod-http-brotli-filter")
_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so")

_SETTINGS = """
load_module {module};
daemon off; pid {home}/nginx.pid; error_log stderr warn; worker_processes 1;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {home}/body; proxy_temp_path {home}/answers;
  fastcgi_temp_path {home}/f; uwsgi_temp_path {home}/u; scgi_temp_path {home}/s;
  brotli on; brotli_comp_level 5; brotli_types text/plain application/json application/manifest+json;
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass {behind};
      proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto https;
    }}
  }}
}}
"""


def is_here() -> bool:
    return shutil.which("nginx") is not None and _MODULE.exists()


@contextmanager
def before(behind: str, home: Path) -> Iterator[str]:
    """The address of a proxy before ``behind``, until the block ends."""
    place = home.resolve() / "nginx"
    place.mkdir(parents=True, exist_ok=True)
    port = free_port()
    settings = place / "nginx.conf"
    settings.write_text(_SETTINGS.format(module=_MODULE, home=place, port=port, behind=behind))
    log = (place / "log").open("wb")
    proxy = subprocess.Popen(
        ["nginx", "-e", "stderr", "-p", str(place), "-c", str(settings)], stderr=subprocess.STDOUT, stdout=log
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_served(address, proxy, place / "log")
        yield address
    finally:
        proxy.terminate()
        proxy.wait(20)
        log.close()
