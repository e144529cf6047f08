"""The demo says at once that its port is taken, before anybody waits for a world."""

import argparse
import socket

from wegwijzer.cli import demo


def test_a_port_that_is_taken_is_said_before_a_world_is_made(capsys) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        taken = argparse.Namespace(bind="127.0.0.1:8000", port=port, fresh=True, seed_only=False)
        assert demo.run(taken) == 1

    told = capsys.readouterr().out
    assert f"127.0.0.1:{port}" in told
    assert "make demo PORT=" in told
    assert "demowereld" not in told
