"""What runs beside the answers, as text after that of `helpers.plain`: it observes, and sends what it saw.

Nothing in it is secret, and nothing that comes from it is believed before it is judged.
"""

import linecache

from helpers.plain import MIME, NotPlain, as_if_new, error_stream, pack, unpack


def observe_all(task: dict, shell: object) -> None:
    """Run the observing functions of one test on their inputs, and send what they saw to the judge.

    The task: ``source`` and ``file`` of what observes, ``theirs`` (names that cells of the notebook give),
    ``runs`` (``[name of the function, packed inputs]`` each), and ``token``, which comes back with the reply.
    """
    linecache.cache[task["file"]] = (0, None, task["source"].splitlines(keepends=True), task["file"])
    names = {name: shell.user_ns[name] for name in task["theirs"] if name in shell.user_ns}
    names["__name__"] = "__main__"
    reply, trouble = {"seen": [], "error": None, "written": ""}, None
    with error_stream() as written:
        try:
            exec(compile(task["source"], task["file"], "exec"), names)
            for function, given in task["runs"]:
                with as_if_new():  # each time: what an answer sets must not reach the next run
                    reply["seen"].append(pack(names[function](unpack(given.encode(), seen=False))).decode())
                reply["written"] = written.getvalue()[:500]
        except BaseException as error:
            trouble, reply["error"] = error, described(error)
    try:
        packed = pack(reply)
    except NotPlain as error:  # too much together
        packed = pack(reply | {"seen": [], "error": described(error)})
    from IPython.display import publish_display_data

    publish_display_data({MIME: task["token"] + packed.decode()})
    if trouble is not None:
        shell.showtraceback((type(trouble), trouble, trouble.__traceback__))


def described(error: BaseException) -> list[str]:
    """Return the name of an error's type, "" for one of ours, and what it says."""
    try:
        name, text = str(type(error).__name__), str(error)[:500]
    except BaseException:  # its own way of saying it fails too
        return ["an error", "it cannot say which"]
    ours = isinstance(error, NotPlain)
    return ["", f"What your code returned cannot be judged: {text}"] if ours else [name, text]
