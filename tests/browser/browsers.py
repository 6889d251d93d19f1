"""The browser of the tests: Chromium, Chrome or Edge on the PATH, else Playwright's own, else, for root, Debian's.

Chromium without windows (the headless shell) comes first: the same engine, but a new page costs it a third.
"""

import os
import shutil
import subprocess
import sys

NAMES = (
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "msedge",
)  # fmt: skip


def on_path() -> str | None:
    """The first of the browsers on the PATH."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=600).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def may_install_for_debian() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def main() -> int:
    """Sees to it that there is a browser, and says so before it fetches one: 0, or 2 where there can be none."""
    if on_path():
        return 0
    print("Her er hverken Chrome, Chromium eller Edge; henter Playwrights egen Chromium til testene.", flush=True)
    if succeeds(sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"):
        return 0
    if may_install_for_debian():
        print("Den kunne ikke hentes; installerer Debians pakke chromium-headless-shell på maskinen.", flush=True)
        succeeds("apt-get", "update")
        if succeeds("apt-get", "install", "--yes", "--no-install-recommends", "chromium-headless-shell") and on_path():
            return 0
    print("Testene mangler en browser: installer Chrome, Chromium eller Edge, og prøv igen.", file=sys.stderr)
    print("make quick kører de test, der ikke skal bruge en.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
