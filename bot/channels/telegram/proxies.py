"""Which proxy leads to a host, as the environment says; read once for each host.

Telegram's HTTP client asks here. aiohttp would read the environment, and the file .netrc, in a thread at each request.
"""

from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from urllib.request import getproxies, proxy_bypass

from yarl import URL


@dataclass(frozen=True)
class Way:
    """The proxy, if any, and the headers that let one in: said to the proxy itself, or with a request through it."""

    proxy: URL | None = None
    to_proxy: tuple[tuple[str, str], ...] = ()
    through: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=16)
def way_to(scheme: str, host: str) -> Way:
    """The way to a host: by HTTPS_PROXY or HTTP_PROXY, where NO_PROXY doesn't name it."""
    found = None if proxy_bypass(host) else getproxies().get(scheme)
    if not found:
        return Way()
    proxy = URL(found if "://" in found else f"http://{found}")
    if proxy.user is None:
        return Way(proxy)
    login = b64encode(f"{proxy.user}:{proxy.password or ''}".encode()).decode()
    entry = (("Proxy-Authorization", f"Basic {login}"),)
    # Through a tunnel only the proxy may read it; what isn't encrypted goes through without one.
    bare = proxy.with_user(None)
    return Way(bare, to_proxy=entry) if scheme == "https" else Way(bare, through=entry)
