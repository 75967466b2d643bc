"""Where chunks are read: here, in several processes, or on a cluster; each is an ``Executor``."""

from hoinghi.executors.local import Opened, SerialExecutor, processes
from hoinghi.executors.opening import LOCAL, open_executor

__all__ = ["LOCAL", "Opened", "SerialExecutor", "open_executor", "processes"]
