"""Workers for a run: a running Dask cluster's, or some on this machine."""

from collections.abc import Iterator
from contextlib import contextmanager

from dask import config
from dask.distributed import Client, LocalCluster

# Dask looks into its workers a hundred times a second, which costs a twentieth of a core.
REST = {"distributed.worker.profile.enabled": False, "distributed.admin.tick.interval": "500ms"}


@contextmanager
def cluster(
    workers: int, scheduler: str | None = None, env: dict[str, str] | None = None
) -> Iterator[Client]:
    """Give a client of a running cluster, or of a local one that ends with the block.

    ``env`` are variables that local workers find in their environment.
    """
    if scheduler is not None:
        with Client(scheduler, timeout="30s", set_as_default=False) as client:
            yield client
        return
    threads = next(count for count in (4, 3, 2, 1) if workers % count == 0)
    here = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0", "processes": True}
    quiet = {"memory_limit": None, "silence_logs": "CRITICAL"}
    # The threads of a worker share one process that kernels are forked from.
    here |= {"n_workers": workers // threads, "threads_per_worker": threads, "env": env}
    with (
        config.set(REST),
        LocalCluster(**here, **quiet) as local,
        Client(local, set_as_default=False) as client,
    ):
        yield client
