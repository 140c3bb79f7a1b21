"""Outputs of cells, from the messages of a kernel that may send anything."""

from nbformat import NotebookNode
from nbformat.v4 import new_output

LONGEST_LINE, MOST_LINES = 5_000, 50  # of an error


def output(kind: str, content: dict) -> NotebookNode:
    """Return an output cell from a message; whatever is not as it should be becomes plain text."""
    if kind == "stream":
        name = "stderr" if content.get("name") == "stderr" else "stdout"
        return new_output("stream", name=name, text=str(content.get("text", "")))
    if kind == "error":  # always kept, so never long
        lines = [str(line)[:LONGEST_LINE] for line in content.get("traceback") or []][-MOST_LINES:]
        name, value = (str(content.get(part))[:LONGEST_LINE] for part in ("ename", "evalue"))
        return new_output("error", ename=name, evalue=value, traceback=lines)
    data = {str(mime): value for mime, value in dict(content.get("data") or {}).items()}
    return new_output("display_data", data=data)


def append(outputs: list[NotebookNode], new: NotebookNode) -> None:
    """Add an output; text of one stream is joined."""
    last = outputs[-1] if outputs else None
    if last is not None and new.output_type == last.output_type == "stream" and new.name == last.name:
        last.text += new.text
    else:
        outputs.append(new)


def stop(outputs: list[NotebookNode], why: str) -> list[NotebookNode]:
    """Return the outputs of a cell that was stopped, closed by an error that says why."""
    kept = [output for output in outputs if output.output_type != "error"]
    return [*kept, new_output("error", ename="Stopped", evalue=why, traceback=[f"Stopped: {why}."])]
