"""What `probe` sends into the kernel: one look at what tests stand on, and a witness during a test.

Neither can use this package, which the kernel does not have: each imports everything it needs itself.
"""


def fingerprint(
    modules: list, chains: list, names: list, witness: str
) -> str:  # pragma: no cover, runs inside the kernel
    """Return what runs and checks the tests, ``{what: its identity}`` as JSON.

    Parameters
    ----------
    modules
        Modules of the lab whose functions the tests call.
    chains
        Those functions, ``module|name|name``.
    names
        Names of modules and built-in functions that the tests use.
    witness
        Under this name the built-ins hold the witness; its report is part of the answer.
    """
    import builtins
    import contextlib
    import ctypes
    import importlib
    import json
    import signal
    import sys
    import types

    plain = (int, float, complex, str, bytes, bool, list, tuple, dict, set, type(None))
    kinds = (type, types.FunctionType, types.BuiltinFunctionType, types.MethodType)

    def mark(thing):
        function = getattr(thing, "__func__", thing)
        code = getattr(function, "__code__", None)
        if type(code) is not types.CodeType:
            return str(id(function))
        kept = (function.__defaults__, function.__kwdefaults__) if type(function) is kinds[1] else ()
        values = [id(value) for value in (*(kept[0] or ()), *(kept[1] or {}).values())] if kept else ()
        parts = id(function), code.co_code, code.co_names, repr(code.co_consts)[:2000], *values
        return str(hash(parts))

    def look(label, names_and_things, acts=kinds):
        for name, thing in names_and_things.items():
            if isinstance(type(thing), type) and issubclass(type(thing), acts):
                found[f"{label}.{name}"] = mark(thing)

    found = {}
    shell = sys.modules["IPython"].get_ipython()
    kernel = shell.kernel
    owners = (shell, shell.compile, kernel, kernel.session, kernel.iopub_socket, shell.displayhook)
    for owner in owners:
        label, cls = type(owner).__name__, type(owner)
        found[label] = repr([id(base) for base in cls.__mro__])
        for base in cls.__mro__[:-1]:
            look(f"{label} of {base.__name__}", vars(base))
        look(label, getattr(owner, "__dict__", {}))
        traits = getattr(owner, "_trait_values", {})
        look(label, {name: traits[name] for name in ("pack", "unpack") if name in traits})
    look("kernel", kernel.shell_handlers)
    look("sys", {name: getattr(sys, name) for name in ("displayhook", "settrace", "setprofile")})
    running = (
        "IPython.core.interactiveshell IPython.core.compilerop IPython.core.async_helpers codeop ast "
        "IPython.core.inputtransformer2 ipykernel.kernelbase ipykernel.ipkernel ipykernel.zmqshell "
        "ipykernel.jsonutil jupyter_client.session numpy.testing._private.utils"
    )
    for name in (*running.split(), "builtins"):
        look(name, vars(sys.modules[name]) if name in sys.modules else {})
    for name in ("ast_transformers", "input_transformers_post", "input_transformers_cleanup"):
        found[name] = repr([getattr(t, "__qualname__", type(t).__name__) for t in getattr(shell, name)])
    manager = shell.input_transformer_manager
    for name in ("cleanup_transforms", "line_transforms", "token_transformers"):
        found[f"input.{name}"] = repr(
            [getattr(t, "__qualname__", type(t).__name__) for t in getattr(manager, name)]
        )
    hooks = [hook for hooks in shell.events.callbacks.values() for hook in hooks]
    own = [getattr(hook, "__globals__", getattr(hook, "__dict__", {})) for hook in hooks]
    found["events"] = repr([1 for there in own if there is shell.user_ns])
    found["trace"] = repr((sys.gettrace() is None, sys.getprofile() is None))
    handlers = [signal.getsignal(number) for number in signal.valid_signals()]
    found["signals"] = repr([1 for one in handlers if getattr(one, "__globals__", 0) is shell.user_ns])
    for module in modules:
        importlib.import_module(module)
    for chain in chains:
        module, *parts = chain.split("|")
        thing = sys.modules.get(module)
        for name in parts:
            thing = getattr(thing, name, None)
        found[chain] = mark(thing)
        below = getattr(getattr(thing, "__wrapped__", thing), "__globals__", {})
        if below.get("__name__") == module:  # what it calls itself
            look(module, below, (*kinds, types.ModuleType))
    with contextlib.suppress(Exception):  # how the basic types compare and calculate
        array = getattr(sys.modules.get("numpy"), "ndarray", type)
        for cls in (int, float, bool, str, tuple, list, dict, set, type, array):
            slots = ctypes.string_at(id(cls) + 112, 48) + ctypes.string_at(id(cls) + 200, 8)
            numbers = ctypes.c_void_p.from_address(id(cls) + 96).value
            slots += ctypes.string_at(numbers, 288) if numbers else b""
            found[f"type {cls.__name__}"] = str(hash(slots))
    public = [builtins, *map(sys.modules.get, ("math", *modules, *{m.split(".")[0] for m in modules}))]
    known = {id(value) for value in sys.modules.values()}
    known |= {id(value) for owner in public if owner for value in vars(owner).values()}
    found["known"] = sorted(known)
    for name in names:
        thing = shell.user_ns.get(name)
        found[f"name|{name}"] = 0 if type(thing) in plain else id(thing)
    found["witness"] = vars(builtins)[witness].report() if witness in vars(builtins) else None
    return json.dumps(found)


def witness(
    name: str, names: list, chains: list, allowed: list
) -> None:  # pragma: no cover, runs inside the kernel
    """Put a witness among the built-ins, under ``name``; every variant of a test calls it.

    It notes what no answer has a reason to do while a test runs: to reach for the frames that call it, for
    a trace function or for all objects; to replace a function and put it back; to return an object whose
    class, its own, says what it is equal to.

    Parameters
    ----------
    name
        What the tests call it.
    names, chains
        As for `fingerprint`; of ``chains`` only those in modules that do not change by themselves.
    allowed
        Names of the lab's own classes.
    """
    import builtins
    import ctypes
    import os
    import sys
    import types

    user, place, frame_of = sys.modules["IPython"].get_ipython().user_ns, os.getcwd(), sys._getframe
    stable = {id(builtins): vars(builtins)}
    for chain in chains:
        module, *inner = chain.split("|")
        thing = sys.modules.get(module)
        while isinstance(thing, types.ModuleType):
            stable[id(thing)] = vars(thing)
            thing = getattr(thing, inner.pop(0), None) if inner else None
    state = {"on": False, "begun": 0, "ended": 0, "odd": [], "tags": [], "names": {}}
    events = {"sys._getframe", "sys._current_frames", "sys.settrace", "sys.setprofile", "sys.addaudithook"}
    events |= {"gc.get_objects", "gc.get_referrers", "gc.get_referents", "code.__new__"}
    events |= {"sys.monitoring.register_callback"}
    frames = {"tb_frame", "gi_frame", "cr_frame", "ag_frame"}
    parts = {"__code__", "__defaults__", "__kwdefaults__"}
    answers = "eq ne lt le gt ge hash bool sub rsub add radd mul rmul truediv rtruediv abs float int class"
    answers = {f"__{word}__" for word in (*answers.split(), "array_ufunc", "array_function", "instancecheck")}

    def theirs(scope):
        file = scope.get("__file__") or ""
        return scope is user or file.startswith(place + os.sep) or scope.get("__name__") not in sys.modules

    def hook(event, arguments):
        if not state["on"]:
            return
        odd = event in events
        if event == "object.__getattr__":
            odd = arguments[1] in frames
        elif event == "object.__setattr__":
            odd = arguments[1] in parts and not theirs(getattr(arguments[0], "__globals__", user))
        if odd:
            state["on"] = False
            frame = frame_of(1)
            while frame is not None and frame.f_globals.get("__name__") == "inspect":
                frame = frame.f_back
            if frame is not None and theirs(frame.f_globals):
                state["odd"].append(
                    f"used {event} ({arguments[1]})" if event.startswith("object") else f"used {event}"
                )
            state["on"] = True

    def tags():
        shift = {(3, 11): 0, (3, 12): 8, (3, 13): 12}.get(sys.version_info[:2])
        if sys.implementation.name != "cpython" or shift is None:
            return []  # dictionaries have no versions there
        read = ctypes.c_uint64.from_address
        return [(read(id(there) + 24).value >> shift, len(there)) for there in stable.values()]

    def own(cls):
        for base in (*cls.__mro__, *type(cls).__mro__):
            there = type.__dict__["__dict__"].__get__(base)
            if base.__name__ in allowed or "__dataclass_params__" in there:
                continue
            for what in answers & set(there):
                if theirs(getattr(there[what], "__globals__", {"__name__": base.__module__})) or (
                    there.get("__module__") == "__main__" and there[what] is not None
                ):
                    return True
        return False

    def seen(value, depth=0):
        cls = type(value)
        if own(cls):
            state["odd"].append("returned an object whose class says what it is equal to")
        elif depth < 2 and cls in (list, tuple, dict):
            for one in list(value.values() if cls is dict else value)[:50]:
                seen(one, depth + 1)
        return value

    def begin(number):
        state.update(on=True, begun=number, ended=0, odd=[], tags=tags())
        plain = (int, float, complex, str, bytes, bool, list, tuple, dict, set, type(None))
        things = {name: user[name] for name in names if name in user}
        state["names"] = {name: id(one) for name, one in things.items() if type(one) not in plain}

    def end(number):
        state["on"], state["ended"] = False, number
        if any(a[0] != b[0] and a[1] == b[1] for a, b in zip(state["tags"], tags(), strict=True)):
            state["odd"].append("replaced a function and put it back")

    def report():
        state["on"] = False
        return [state["begun"], state["ended"], sorted(set(state["odd"]))[:5], state["names"]]

    sys.addaudithook(hook)
    setattr(builtins, name, types.SimpleNamespace(seen=seen, begin=begin, end=end, report=report))
