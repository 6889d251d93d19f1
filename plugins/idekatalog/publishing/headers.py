"""What the server must say with every file, so that a browser holds the site to its word.

Nothing is fetched from elsewhere, no script or style stands in a page, and no other site shows this one as its own.
"""

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # Drawings that a style sheet carries in itself.
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def file() -> str:
    """The headers in the form that several hosts of static sites read from the file ``_headers``."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
