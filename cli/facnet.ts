#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import { type Priority, priorities } from "@/priority";
import { toFindings, toHours, toLimit, toVersion } from "./arguments";
import { watchBatch } from "./batch";
import { type CheckFormat, check, checkFormats } from "./check/check";
import { checkRuleset } from "./check/check-ruleset";
import { infer } from "./check/infer";
import { normalize } from "./check/normalize";
import { describeFailure } from "./describe-failure";
import { type FindingFormat, findingFormats, findings } from "./findings";
import { createInterrupt } from "./interrupt";
import { listRuns } from "./lists";
import { addReadingOptions, type ReadingFlags, readingOf } from "./reading-options";
import { listRulesets, type ShowOptions, saveRuleset, showRuleset } from "./rulesets";
import { cleanUrl, type Lang, type Settings, shellLang } from "./settings";
import { submit } from "./submit";
import { langOfArguments, usageText } from "./usage-texts";
import type { ExitCode } from "./verdict";
import { watch } from "./watch";

const defaultUrl = "http://127.0.0.1:3000";

interface LocalOptions {
  lang: Lang;
}

interface GlobalOptions extends LocalOptions {
  url: string;
  token?: string;
}

interface CheckFlags extends LocalOptions, ReadingFlags {
  schema?: string;
  ruleset?: string;
  format: CheckFormat;
  maxFindings: number;
  faultyRows?: string;
  soundRows?: string;
  safe?: boolean;
}

interface SubmitFlags extends GlobalOptions, ReadingFlags {
  ruleset?: string;
  keep?: number;
  priority?: Priority;
  json: boolean;
}

const program = new Command("facnet")
  .description("Check CSV files, here or with a FacNet Validator service.")
  .exitOverride()
  .enablePositionalOptions()
  .showSuggestionAfterError(false)
  // Said below, in the reader's language.
  .configureOutput({ outputError: () => {} })
  .addHelpText(
    "after",
    "\nExit codes: 0 valid (warnings allowed), 1 findings of severity error, 2 could not run.",
  );

/** A command that needs no service. */
function local(nameAndArguments: string, description: string, parent = program): Command {
  return parent
    .command(nameAndArguments)
    .description(description)
    .addOption(
      new Option("--lang <lang>", "language of texts").choices(["en", "fr"]).default(shellLang(process.env)),
    );
}

/** A command that asks a service. */
function command(nameAndArguments: string, description: string, parent = program): Command {
  return local(nameAndArguments, description, parent)
    .addOption(new Option("--url <url>", "address of the service").env("FACNET_URL").default(defaultUrl))
    .addOption(new Option("--token <token>", "access token of the service").env("FACNET_TOKEN"));
}

async function act(
  options: LocalOptions & Partial<GlobalOptions>,
  run: (settings: Settings) => Promise<ExitCode>,
): Promise<void> {
  const { url = defaultUrl, lang } = options;
  const settings: Settings = { url, token: options.token || undefined, lang };
  try {
    settings.url = cleanUrl(url);
    process.exitCode = await run(settings);
  } catch (error) {
    console.error(`facnet: ${describeFailure(error, settings)}`);
    process.exitCode = 2;
  }
}

addReadingOptions(
  local("check <file>", "check a file here, with no service; - reads standard input")
    .option("--schema <file>", "a Table Schema, as JSON or YAML")
    .option("--ruleset <ruleset>", "a ruleset's file or folder, or the id of one that comes with facnet"),
)
  .addOption(new Option("--format <format>", "how to print").choices(checkFormats).default("table"))
  .option(
    "--max-findings <count>",
    "findings of each code that are kept; all are counted",
    toFindings,
    10_000,
  )
  .option("--faulty-rows <file>", "write the rows with errors there, with what is wrong in added columns")
  .option("--sound-rows <file>", "write the other rows there, byte for byte")
  .option("--safe", "in both: make text of cells that a spreadsheet would run; default for the faulty rows")
  .option("--no-safe", "in neither")
  .action((file: string, flags: CheckFlags) =>
    act(flags, ({ lang }) => check(file, { ...flags, lang, read: readingOf(flags) })),
  );

addReadingOptions(local("infer <file>", "print a draft ruleset that fits a file")).action(
  (file: string, flags: LocalOptions & ReadingFlags) =>
    act(flags, ({ lang }) => infer(file, { lang, read: readingOf(flags) })),
);

addReadingOptions(
  local("normalize <file>", "print the same table as UTF-8 with commas and line feeds (RFC 4180)"),
).action((file: string, flags: LocalOptions & ReadingFlags) =>
  act(flags, ({ lang }) => normalize(file, { lang, read: readingOf(flags) })),
);

addReadingOptions(
  command("submit <files...>", "upload a file, or several as a batch, follow it, print what is wrong").option(
    "--ruleset <ruleset>",
    "id of a stored ruleset, a .yaml or .json file, or a path to a folder",
  ),
)
  .option("--keep <hours>", "keep the file that long after its run", toHours)
  .addOption(new Option("--priority <priority>", "how urgent the run is").choices(priorities))
  .option(
    "--json",
    "one line of JSON a file, with every kept finding; of several files, then one of the batch",
    false,
  )
  .action((files: string[], flags: SubmitFlags) => {
    const { ruleset, keep: keepHours, priority, json } = flags;
    const options = { ruleset, keepHours, priority, json, read: readingOf(flags) };
    return act(flags, (settings) => submit(settings, files, options, createInterrupt(settings.lang)));
  });

command("watch <run>", "follow a run, or a batch, until it ends, print what is wrong")
  .option("--json", "one line of JSON with every kept finding", false)
  .action((runId: string, flags: GlobalOptions & { json: boolean }) =>
    act(flags, (settings) => watch(settings, runId, { json: flags.json }, createInterrupt(settings.lang))),
  );

command("batch <batch>", "follow a batch until it has ended, print what came of each file and of all")
  .option("--json", "one line of JSON a file, then one of the batch", false)
  .action((batchId: string, flags: GlobalOptions & { json: boolean }) =>
    act(flags, (settings) =>
      watchBatch(settings, batchId, { json: flags.json }, createInterrupt(settings.lang)),
    ),
  );

command("findings <run>", "print the kept findings of a run; as CSV or NDJSON also those of a batch")
  .addOption(new Option("--format <format>", "how").choices(findingFormats).default("table"))
  .action((runId: string, flags: GlobalOptions & { format: FindingFormat }) =>
    act(flags, (settings) => findings(settings, runId, flags.format)),
  );

command("runs", "list the newest runs")
  .option("--limit <count>", "how many", toLimit, 20)
  .option("--json", "one line of JSON a run", false)
  .action((flags: GlobalOptions & { json: boolean; limit: number }) =>
    act(flags, (settings) => listRuns(settings, flags)),
  );

const rulesets = command("rulesets", "list the stored rulesets; show, save or check one")
  // Else it would take the options of the commands under it.
  .enablePositionalOptions()
  .option("--json", "one line of JSON a ruleset", false)
  .action((flags: GlobalOptions & { json: boolean }) =>
    act(flags, (settings) => listRulesets(settings, flags)),
  );

command("show <id>", "print a version of a ruleset, as its author wrote it", rulesets)
  .option("--version <number>", "which version; the latest when left out", toVersion)
  .option("--save <folder>", "write it there instead, with its reference tables")
  .addOption(new Option("--format <format>", "print it as").choices(["yaml", "json"]))
  .action((id: string, flags: GlobalOptions & ShowOptions) =>
    act(flags, (settings) => showRuleset(settings, id, flags)),
  );

command(
  "save <path>",
  "save a YAML or JSON file, or the ruleset of a folder, with the reference tables beside it, as the next version",
  rulesets,
).action((file: string, flags: GlobalOptions) => act(flags, (settings) => saveRuleset(settings, file)));

local(
  "check <path>",
  "say what is wrong with a ruleset's file or folder and its reference tables, here, with no service",
  rulesets,
).action((file: string, flags: LocalOptions) => act(flags, (settings) => checkRuleset(file, settings)));

// A reader such as `head` may go before all is written.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode !== 0) {
    const lang = langOfArguments(process.argv.slice(2), shellLang(process.env));
    console.error(`facnet: ${usageText(error, lang)}`);
    process.exitCode = 2;
  }
}
