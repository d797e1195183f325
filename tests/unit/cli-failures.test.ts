import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { appErrorCodes, type ErrorParams } from "@/errors";
import { CommandError } from "../../cli/command-error";
import { describeFailure } from "../../cli/describe-failure";
import { langOfArguments, usageText } from "../../cli/usage-texts";

const url = "http://127.0.0.1:3000";
const english = (error: unknown) => describeFailure(error, { url, lang: "en" });
const french = (error: unknown) => describeFailure(error, { url, lang: "fr" });
const said = "The server's own words.";

function refused(appCode: string | null, path: string, params: ErrorParams = {}) {
  const data = { appCode, path, params, httpStatus: 500, code: "X" };
  return TRPCClientError.from({ error: { code: -32000, message: said, data } });
}

describe("a refused request", () => {
  it.each(appErrorCodes)("of code %s is said in French without the service's English", (code) => {
    const text = french(refused(code, "files.upload"));
    expect(text).not.toContain(said);
    expect(text).toMatch(/[éèàêç’]|service/);
    expect(text).not.toBe(english(refused(code, "files.upload")));
  });

  it("tells an unknown run from an unknown ruleset", () => {
    expect(english(refused("not-found", "runs.get"))).toBe("There is no such run.");
    expect(french(refused("not-found", "runs.get"))).toBe("Ce contrôle n’existe pas.");
    expect(english(refused("not-found", "runs.enqueue"))).toBe("There is no such ruleset.");
    expect(french(refused("not-found", "runs.enqueue"))).toBe("Ce jeu de règles n’existe pas.");
  });

  it("names the limit of a file that is too large", () => {
    const error = refused("too-large", "files.upload", { maxBytes: 1234567 });
    expect(english(error)).toBe("The file is larger than the limit of 1,234,567 bytes.");
    expect(french(error).replaceAll(/\s/g, " ")).toBe("Le fichier dépasse la limite de 1 234 567 octets.");
  });

  it("names what is not valid; in English the service says more", () => {
    const error = refused("invalid-input", "rulesets.save", { fields: ["schema.fields.0.type"] });
    expect(english(error)).toBe(said);
    expect(french(error)).toBe("Non valide : schema.fields.0.type.");
  });

  it("without a code is a fault of the service", () => {
    expect(english(refused(null, "runs.get"))).toBe(
      "Something broke in the service. Its log has the cause. (HTTP 500)",
    );
    expect(french(refused(null, "runs.get"))).toContain("Une panne s’est produite");
  });
});

describe("a failure of the command's own", () => {
  it("names the address where no service answers, and why", () => {
    const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    const error = TRPCClientError.from(new TypeError("fetch failed", { cause }));
    expect(english(error)).toContain(`No service answers at ${url} (ECONNREFUSED)`);
    expect(french(error)).toContain(`Aucun service ne répond à ${url} (ECONNREFUSED)`);
  });

  it("names a missing file, also when it comes wrapped", () => {
    const error = TRPCClientError.from(new CommandError({ kind: "no-such-file", path: "a.csv" }));
    expect(english(error)).toBe("a.csv: there is no such file.");
    expect(french(error)).toBe("a.csv : ce fichier n’existe pas.");
  });

  it("that nobody foresaw stays one line", () => {
    expect(english(new Error("one\n two"))).toBe("The command broke off: one two");
    expect(french(Object.assign(new Error("x"), { code: "EACCES" }))).toBe(
      "La commande s’est interrompue : EACCES",
    );
  });
});

describe("arguments that cannot be read", () => {
  it.each([
    ["commander.unknownOption", "error: unknown option '--colour'", "option inconnue : --colour"],
    ["commander.unknownCommand", "error: unknown command 'x'", "commande inconnue : x"],
    [
      "commander.missingArgument",
      "error: missing required argument 'files'",
      "il manque un argument : files",
    ],
  ])("are said in both languages: %s", (code, message, text) => {
    expect(usageText({ code, message }, "fr")).toBe(text);
    expect(usageText({ code, message }, "en")).toBe(message.slice("error: ".length));
  });

  it("are said in the language that they ask for, else in the shell's", () => {
    expect(langOfArguments(["runs", "--lang", "fr", "--x"], "en")).toBe("fr");
    expect(langOfArguments(["runs", "--lang=en"], "fr")).toBe("en");
    expect(langOfArguments(["runs", "--lang", "de"], "fr")).toBe("fr");
    expect(langOfArguments(["runs"], "en")).toBe("en");
  });
});
