import { waitUntil } from "../../scripts/start/processes.mjs";

/** Submits a CSV file to the service and gives its run's id. */
export async function submit(url, body) {
  const response = await fetch(`${url}/api/validations?fileName=a.csv`, { method: "POST", body });
  if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()).validationId;
}

export async function runOf(url, id) {
  return (await fetch(`${url}/api/validations/${id}`)).json();
}

/** The run once it meets the test; throws with its last state when it does not in time. */
export async function runWhen(url, id, test, { timeoutMs = 120_000 } = {}) {
  let run;
  const met = await waitUntil(
    async () => {
      run = await runOf(url, id);
      return test(run);
    },
    { timeoutMs, everyMs: 100 },
  );
  if (!met) throw new Error(`The run did not get there: ${JSON.stringify(run)}`);
  return run;
}

/** A file that keeps a worker busy for long. */
export function longFile(rows) {
  const lines = Array.from({ length: rows }, (_, row) => `${row},name ${row}`);
  return `id,name\n${lines.join("\n")}\n`;
}
