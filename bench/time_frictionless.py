"""Times one validation by Frictionless: time_frictionless.py <file> <schema>."""

import json
import os
import sys

from frictionless import Dialect, Resource, Schema
from timed_pass import timed_pass

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
report, times = timed_pass(lambda: resource.validate(limit_errors=10_000_000))
print(json.dumps({**times, "rows": report.tasks[0].stats["rows"], "found": report.stats["errors"]}))
