import { claimsFile } from "./claims/claims-file";
import { contactsFile } from "./contacts/contacts-file";
import { stopTimesFile } from "./stop-times/stop-times-file";

interface SampleOptions {
  seed: number;
  rows: number;
  isFaulty: boolean;
  until: string;
}

interface SampleKind {
  delimiter: string;
  /** Rows of the samples beside the ruleset. */
  rows: number;
  make(options: SampleOptions): Iterable<string[]>;
}

/** What can be generated, by the folder of its ruleset. */
export const sampleKinds: Readonly<Record<string, SampleKind>> = {
  contacts: { delimiter: ",", rows: 40, make: contactsFile },
  "ramq-daily-claims": { delimiter: ";", rows: 70, make: claimsFile },
  "gtfs-stop-times": { delimiter: ",", rows: 125, make: stopTimesFile },
};

/** The day on which the samples beside the rulesets are young enough. */
export const sampleDay = "2026-11-15";
