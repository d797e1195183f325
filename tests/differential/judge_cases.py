"""Validates each case that a line of standard input names, and answers with a line of complaints."""

import json
import sys
from importlib.metadata import version

from frictionless import Dialect, FrictionlessException, Resource, Schema

print(json.dumps({"version": version("frictionless")}), flush=True)


def complain(case):
    try:
        resource = Resource(
            path=case["path"],
            basepath=case["folder"],
            format="csv",
            encoding="utf-8",
            schema=Schema.from_descriptor(case["schema"]),
            dialect=Dialect.from_descriptor(case["dialect"]),
        )
        report = resource.validate(limit_errors=100000)
    except FrictionlessException as exception:
        reasons = exception.reasons or [exception.error]
        return [{"type": reason.type, "note": reason.note} for reason in reasons]
    except Exception as exception:
        return [{"type": "crash", "note": f"{type(exception).__name__}: {exception}"}]
    errors = report.errors + [error for task in report.tasks for error in task.errors]
    return [error.to_descriptor() for error in errors]


for line in sys.stdin:
    print(json.dumps({"errors": complain(json.loads(line))}), flush=True)
