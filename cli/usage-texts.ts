import type { CommanderError } from "commander";
import type { Lang } from "./settings";

/** The language of the arguments that could not be read: what they say as far as they can be, else the shell's. */
export function langOfArguments(args: string[], shell: Lang): Lang {
  const at = args.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  const said = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  return said === "en" || said === "fr" ? said : shell;
}

/** What is wrong with the arguments. Commander says it in English; what it names stands between quotes. */
export function usageText({ code, message }: Pick<CommanderError, "code" | "message">, lang: Lang): string {
  if (lang === "en") return message.replace(/^error: /, "");
  const [first = "", second = ""] = Array.from(message.matchAll(/'([^']*)'/g), ([, named]) => named ?? "");
  switch (code) {
    case "commander.unknownOption":
      return `option inconnue : ${first}`;
    case "commander.unknownCommand":
      return `commande inconnue : ${first}`;
    case "commander.missingArgument":
      return `il manque un argument : ${first}`;
    case "commander.optionMissingArgument":
      return `il manque la valeur de l’option ${first}`;
    case "commander.invalidArgument":
      return `la valeur « ${second} » ne convient pas à ${first}`;
    case "commander.excessArguments":
      return `trop d’arguments pour la commande ${first}`;
    default:
      return "ces arguments ne peuvent pas être lus ; voir facnet --help";
  }
}
