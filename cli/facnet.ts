#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import { toDelimiter, toHours, toLimit } from "./arguments";
import { describeFailure } from "./describe-failure";
import { type FindingFormat, findingFormats, findings } from "./findings";
import { createInterrupt } from "./interrupt";
import { listRulesets, listRuns } from "./lists";
import { cleanUrl, type Lang, type Settings, shellLang } from "./settings";
import { type SubmitOptions, submit } from "./submit";
import { langOfArguments, usageText } from "./usage-texts";
import type { ExitCode } from "./verdict";
import { watch } from "./watch";

const defaultUrl = "http://127.0.0.1:3000";
const encodings = ["utf-8", "windows-1252", "iso-8859-1"] as const;

interface GlobalOptions {
  url: string;
  token?: string;
  lang: Lang;
}

const program = new Command("facnet")
  .description("Check CSV files with a FacNet Validator service.")
  .exitOverride()
  .showSuggestionAfterError(false)
  // Said below, in the reader's language.
  .configureOutput({ outputError: () => {} })
  .addHelpText(
    "after",
    "\nExit codes: 0 valid (warnings allowed), 1 findings of severity error, 2 could not run.",
  );

function command(nameAndArguments: string, description: string): Command {
  return program
    .command(nameAndArguments)
    .description(description)
    .addOption(new Option("--url <url>", "address of the service").env("FACNET_URL").default(defaultUrl))
    .addOption(new Option("--token <token>", "access token of the service").env("FACNET_TOKEN"))
    .addOption(
      new Option("--lang <lang>", "language of texts").choices(["en", "fr"]).default(shellLang(process.env)),
    );
}

async function act(options: GlobalOptions, run: (settings: Settings) => Promise<ExitCode>): Promise<void> {
  const settings: Settings = { url: options.url, token: options.token || undefined, lang: options.lang };
  try {
    settings.url = cleanUrl(options.url);
    process.exitCode = await run(settings);
  } catch (error) {
    console.error(`facnet: ${describeFailure(error, settings)}`);
    process.exitCode = 2;
  }
}

interface SubmitFlags extends GlobalOptions {
  ruleset?: string;
  encoding?: SubmitOptions["read"]["encoding"];
  delimiter?: SubmitOptions["read"]["delimiter"];
  header: boolean;
  keep?: number;
  json: boolean;
}

command("submit <files...>", "upload files, follow their validation, print what is wrong")
  .option("--ruleset <ruleset>", "id of a stored ruleset, or a .yaml or .json file")
  .addOption(new Option("--encoding <encoding>", "read the file as").choices(encodings))
  .option("--delimiter <delimiter>", "comma, semicolon, tab, pipe, or the sign", toDelimiter)
  .option("--no-header", "the first row is data")
  .option("--keep <hours>", "keep the file that long after its run", toHours)
  .option("--json", "one line of JSON a file, with every kept finding", false)
  .action((files: string[], flags: SubmitFlags) =>
    act(flags, (settings) => {
      const { ruleset, encoding, delimiter, keep: keepHours, json } = flags;
      // Absent, the header is detected; only its denial is an order.
      const read = { encoding, delimiter, ...(flags.header ? {} : { header: false }) };
      return submit(settings, files, { ruleset, read, keepHours, json }, createInterrupt(settings.lang));
    }),
  );

command("watch <run>", "follow a run until it ends, print what is wrong")
  .option("--json", "one line of JSON with every kept finding", false)
  .action((runId: string, flags: GlobalOptions & { json: boolean }) =>
    act(flags, (settings) => watch(settings, runId, { json: flags.json }, createInterrupt(settings.lang))),
  );

command("findings <run>", "print the kept findings of a run")
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

command("rulesets", "list the stored rulesets")
  .option("--json", "one line of JSON a ruleset", false)
  .action((flags: GlobalOptions & { json: boolean }) =>
    act(flags, (settings) => listRulesets(settings, flags)),
  );

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
