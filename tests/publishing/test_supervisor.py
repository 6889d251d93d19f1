"""A server in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from idekatalog.publishing import supervisor
from places import PLUGINS


def test_a_port_that_is_taken_is_passed_by(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server((supervisor.HOST, 0)) as taken:
        port = taken.getsockname()[1]
        assert supervisor.free(range(port, port + 1)) is None
        assert supervisor.free(range(port, port + 20)) in range(port + 1, port + 20)
        monkeypatch.setattr(supervisor, "PORTS", range(port, port + 1))
        assert supervisor.supervise(lambda host, port: [], ()) == 2
        assert "alle i brug" in capsys.readouterr().err


# A server that says it is there. The first one changes its own code, until the supervisor has seen it.
SERVER = """
import sys, time
from pathlib import Path
from idekatalog.publishing.supervisor import end_with_parent
end_with_parent()
code = Path(sys.argv[1], "a.py")
first = not code.exists()
print("up", flush=True)
for number in range(6000):
    if first:
        code.write_text(str(number))
    time.sleep(0.1)
"""
SUPERVISE = """
import sys
from pathlib import Path
from idekatalog.publishing.supervisor import supervise
server, code = sys.argv[1:]
sys.exit(supervise(lambda host, port: [sys.executable, "-c", server, code], [Path(code)]))
"""


def supervised(server: str, code: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", SUPERVISE, server, str(code)]
    environment = {**os.environ, "PYTHONPATH": str(PLUGINS)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True)


def test_a_server_starts_anew_when_its_code_changes_and_ends_with_its_supervisor(tmp_path: Path) -> None:
    with supervised(SERVER, tmp_path) as process:
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        assert next(line for line in lines if line == "up\n")
        assert next(lines) == "up\n"
        process.send_signal(signal.SIGINT)
        # Nobody holds the other end any more when the last server has ended.
        assert set(lines) <= {"up\n"}
        assert process.wait(60) == 0


def test_what_a_server_that_ends_by_itself_says_is_the_answer(tmp_path: Path) -> None:
    with supervised("raise SystemExit(7)", tmp_path) as process:
        assert process.wait(60) == 7
