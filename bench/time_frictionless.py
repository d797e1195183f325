"""Times one validation by Frictionless: time_frictionless.py <file> <schema>."""

import json
import os
import sys
import time

from frictionless import Dialect, Resource, Schema

path, schema = sys.argv[1:]
with open(schema) as file:
    descriptor = json.load(file)
resource = Resource(
    path=os.path.basename(path),
    basepath=os.path.dirname(path),
    format="csv",
    encoding="utf-8",
    schema=Schema.from_descriptor(descriptor),
    dialect=Dialect.from_descriptor({"header": True, "csv": {"delimiter": ","}}),
)
wall, cpu = time.perf_counter(), time.process_time()
report = resource.validate(limit_errors=10_000_000)
answer = {
    "wall": time.perf_counter() - wall,
    "cpu": time.process_time() - cpu,
    "rows": report.tasks[0].stats["rows"],
    "errors": report.stats["errors"],
}
print(json.dumps(answer))
