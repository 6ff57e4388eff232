"""A process that is forked while another thread makes its first call."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

FIRST_CALL = """
import os, signal, sys, threading, time
from bosoto.calls import decide_json, forms_json
ready = threading.Event()
def ask():
    ready.set()
    return forms_json("compulsory", "th"), decide_json("compulsory", None, "{}")
thread = threading.Thread(target=ask)
thread.start()
ready.wait()
time.sleep(float(sys.argv[1]))
child = os.fork()
if child == 0:
    signal.alarm(10)
    os._exit(0 if ask()[0].startswith("[") else 1)
_, ended = os.waitpid(child, 0)
thread.join()
sys.exit(ended != 0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.parametrize("after", ["0", "0.0003", "0.0006", "0.001", "0.0015", "0.002", "0.003"])
def test_the_first_call_of_another_thread_leaves_the_forked_process_free(after: str) -> None:
    """Half of these children waited for ever for a table that nobody was unpacking."""
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", FIRST_CALL, after]
    subprocess.run(command, check=True, timeout=60)
