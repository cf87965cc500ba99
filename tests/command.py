"""The `draaiboek` command as tests run it: in this process, or in one of its own where the process is the point.

In: the words after `draaiboek`. Out: exit code and what was written, as a person's terminal gets them.
"""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from draaiboek.cli import main

Done = subprocess.CompletedProcess[str]


def call(*words: object, **environment: str) -> Done:
    """Run the command as a person would, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "draaiboek", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


def invoke(*words: object, **environment: str) -> Done:
    """Run the command in this process, with its own last guard around it; what it changes here is put back."""
    argv = ["draaiboek", *map(str, words)]
    out, err = (io.TextIOWrapper(io.BytesIO(), newline="") for _ in range(2))
    here = Path.cwd()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", argv)
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as ended:
            main()
        os.chdir(here)
    return subprocess.CompletedProcess(argv, exit_code(ended.value.code), written(out), written(err))


def exit_code(code: object) -> int:
    """What the system makes of the end of a program."""
    return code if isinstance(code, int) else int(code is not None)


def written(stream: io.TextIOWrapper) -> str:
    """All that was written to a stream."""
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()
