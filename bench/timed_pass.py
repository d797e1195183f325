"""What one call took: wall and CPU seconds, and the process's highest resident memory in MB (Linux)."""

import re
import time


def timed_pass(call):
    wall, cpu = time.perf_counter(), time.process_time()
    result = call()
    times = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    with open("/proc/self/status") as status:
        times["peak"] = int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1024
    return result, times
