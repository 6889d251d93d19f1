"""What servers are told to send: one truth, in the form of every kind of host."""

import re

from idekatalog.publishing.headers import HEADERS, POLICY, file
from places import ROOT


def test_the_policy_lets_in_neither_what_is_written_into_a_page_nor_what_is_elsewhere() -> None:
    allowed = {source for sources in POLICY.values() for source in sources.split()}
    assert allowed <= {"'none'", "'self'", "data:"}
    assert [name for name, sources in POLICY.items() if "data:" in sources] == ["img-src"]
    assert POLICY["default-src"] == POLICY["frame-ancestors"] == "'none'"


def test_every_kind_of_host_sends_the_same() -> None:
    assert dict(re.findall(r"^  ([\w-]+): (.+)$", file(), re.MULTILINE)) == HEADERS
    for name, line in (
        ("nginx.conf", r'add_header ([\w-]+) "(.+)" always;'),
        ("apache.htaccess", r'Header always set ([\w-]+) "(.+)"'),
    ):
        sent = dict(re.findall(line, (ROOT / "deploy" / name).read_text(encoding="utf-8")))
        # How long a file is kept is another thing for other files: tests/servers asks for it.
        assert {key: value for key, value in sent.items() if key != "Cache-Control"} == HEADERS, name
