"""What a web server adds to the site: security and caching headers, for three kinds of server.

The policy is also on every page as a meta tag; `frame-ancestors` works only as a header.
"""

from collections.abc import Iterable

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""What a page may load: only what comes from the site itself."""

SECURITY = {
    "Content-Security-Policy": f"{CSP}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
ASSETS = "public, max-age=86400"
PAGES = "no-cache"
"""Pages are asked for again each time, but only sent again when they changed."""

_BY = "Made by `draaiboek generate`; do not edit by hand."
_TYPES = "text/css text/javascript application/javascript application/json text/calendar image/svg+xml application/xml"
_UNKNOWN = r"location ~ \.(ics|csv)$ { types { text/calendar ics; text/csv csv; } }"
"""What nginx's own list of types lacks; a phone opens a calendar only when it is called one."""


def render_nginx(languages: Iterable[str]) -> str:
    """A server block for nginx: include it in `http`, and set name, certificate and root."""
    headers = [f'    add_header {name} "{value}" always;' for name, value in SECURITY.items()]
    lines = [
        f"# {_BY}",
        "server {",
        "    listen 8080;",
        "    server_name _;",
        "    root /srv/draaiboek;",
        "    index index.html;",
        "    charset utf-8;",
        "    gzip on;",
        f"    gzip_types {_TYPES};",
        *headers,
        f'    add_header Cache-Control "{PAGES}" always;',
        "    error_page 404 /404.html;",
        "    location / {",
        "        try_files $uri $uri/ =404;",
        f"        {_UNKNOWN}",
        "    }",
    ]
    for language in languages:
        lines += [
            f"    location /{language}/ {{",
            f"        error_page 404 /{language}/404.html;",
            "        try_files $uri $uri/ =404;",
            f"        {_UNKNOWN}",
            "    }",
            f"    location /{language}/assets/ {{",
            *(f"    {line}" for line in headers),
            f'        add_header Cache-Control "{ASSETS}" always;',
            "        try_files $uri =404;",
            "    }",
        ]
    return "\n".join([*lines, "}", ""])


def render_caddy(languages: Iterable[str]) -> str:
    """A site for Caddy; put the real name in the place of the port.

    Caddy would let a header for all paths win over one for some, so each answer matches one of the two.
    """
    lines = [f"# {_BY}", ":8080 {", "\troot * /srv/draaiboek", "\tencode gzip zstd", "\tfile_server", "\theader {"]
    lines += [f'\t\t{name} "{value}"' for name, value in SECURITY.items()]
    lines += [
        "\t}",
        "\t@assets path_regexp ^/[^/]+/assets/",
        "\t@pages not path_regexp ^/[^/]+/assets/",
        f'\theader @assets Cache-Control "{ASSETS}"',
        f'\theader @pages Cache-Control "{PAGES}"',
        "\thandle_errors {",
    ]
    for language in languages:
        lines += [
            f"\t\t@{language} path /{language}/*",
            f"\t\trewrite @{language} /{language}/404.html",
        ]
    lines += ["\t\t@other not path " + " ".join(f"/{language}/*" for language in languages)]
    return "\n".join([*lines, "\t\trewrite @other /404.html", "\t\tfile_server", "\t}", "}", ""])


def render_headers(languages: Iterable[str]) -> str:
    """A `_headers` file, for hosts that read one; it stands in the root of the site.

    Hosts join a header that two rules give, and then "no-cache" would hold for assets too. Pages get none:
    left alone, these hosts have them asked for again each time. One star a path is what all of them allow.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in SECURITY.items())]
    for language in languages:
        lines += [f"/{language}/assets/*", f"  Cache-Control: {ASSETS}"]
    return "\n".join([*lines, ""])
