import type { AppErrorCode, ErrorParams } from "@/errors";
import type { Failure, Subject } from "./command-error";
import type { Lang } from "./settings";
import { tableFaultText } from "./table-fault-text";
import { formatNumber } from "./texts";

/** One sentence a code of the service. The service's own text is English and is not shown to other readers. */
const reasons: Record<Lang, Record<AppErrorCode | "database" | "storage" | "internal", string>> = {
  en: {
    "not-found": "It does not exist, or no longer does.",
    "invalid-input": "The request or the file cannot be used as it is.",
    "too-large": "The file is larger than this service accepts.",
    conflict: "The run has changed in the meantime.",
    unauthorized: "The service asks for its access token: give --token or set FACNET_TOKEN.",
    forbidden: "The service does not answer under this address. See ALLOWED_HOSTS.",
    cancelled: "It was cancelled.",
    "file-gone": "The file is no longer kept. Submit it again.",
    unavailable: "The service cannot take this now. Try again in a moment.",
    database: "The database did not answer.",
    storage: "The file could not be fetched from where it is kept.",
    internal: "Something broke in the service. Its log has the cause.",
  },
  fr: {
    "not-found": "Cet élément n’existe pas ou n’existe plus.",
    "invalid-input": "La demande ou le fichier ne peut pas être utilisé tel quel.",
    "too-large": "Le fichier est plus gros que ce que ce service accepte.",
    conflict: "Le contrôle a changé entre-temps.",
    unauthorized: "Le service demande son jeton d’accès : donnez --token ou définissez FACNET_TOKEN.",
    forbidden: "Le service ne répond pas sous cette adresse. Voir ALLOWED_HOSTS.",
    cancelled: "Il a été annulé.",
    "file-gone": "Le fichier n’est plus conservé. Soumettez-le de nouveau.",
    unavailable: "Le service ne peut pas s’en charger maintenant. Réessayez dans un instant.",
    database: "La base de données n’a pas répondu.",
    storage: "Le fichier n’a pas pu être repris de l’endroit où il est conservé.",
    internal: "Une panne s’est produite dans le service. Son journal en donne la cause.",
  },
};

const missing: Record<Lang, Partial<Record<Subject, string>>> = {
  en: {
    run: "There is no such run.",
    batch: "There is no such batch.",
    ruleset: "There is no such ruleset.",
  },
  fr: {
    run: "Ce contrôle n’existe pas.",
    batch: "Ce lot n’existe pas.",
    ruleset: "Ce jeu de règles n’existe pas.",
  },
};

/** Why a run failed, or a request was refused, from its code. */
export function reasonOf(code: string | null, lang: Lang): string {
  const texts: Record<string, string> = reasons[lang];
  return texts[code ?? "internal"] ?? reasons[lang].internal;
}

/** What is wrong in one sentence. */
export function failureText(failure: Failure, lang: Lang): string {
  const say = (en: string, fr: string) => (lang === "fr" ? fr : en);
  switch (failure.kind) {
    case "no-such-file":
      return say(`${failure.path}: there is no such file.`, `${failure.path} : ce fichier n’existe pas.`);
    case "not-a-file":
      return say(`${failure.path} is not a file.`, `${failure.path} n’est pas un fichier.`);
    case "same-file":
      return say(
        `${failure.path} is already read or written here: name another file.`,
        `${failure.path} est déjà lu ou écrit ici : nommez un autre fichier.`,
      );
    case "not-written":
      return say(`${failure.path} could not be written.`, `${failure.path} n’a pas pu être écrit.`);
    case "no-table":
      return failure.code === "empty-file"
        ? say(`${failure.path} is empty.`, `${failure.path} est vide.`)
        : say(`${failure.path} is no text file.`, `${failure.path} n’est pas un fichier texte.`);
    case "tables-missing": {
      const tables = failure.tables.join(", ");
      return say(
        `${failure.path} needs reference tables that are not beside it: ${tables}.`,
        `${failure.path} demande des tables de référence qui ne sont pas à côté : ${tables}.`,
      );
    }
    case "table-too-large": {
      const size = formatNumber(failure.maxBytes, lang);
      return say(
        `${failure.path} is larger than the ${size} bytes of a reference table.`,
        `${failure.path} dépasse les ${size} octets d’une table de référence.`,
      );
    }
    case "no-such-ruleset":
      return say(
        `There is no ruleset file ${failure.id}, and none of that id comes with facnet. There are: ${failure.known.join(", ")}.`,
        `Il n’y a pas de fichier ${failure.id}, ni de jeu de règles de ce nom fourni avec facnet. Il y a : ${failure.known.join(", ")}.`,
      );
    case "bad-ruleset": {
      const problems = failure.problems.map(({ path, message }) => (path ? `${path}: ${message}` : message));
      return say(
        `${failure.path} is not a usable ruleset: ${problems.join("; ")}`,
        `${failure.path} n’est pas un jeu de règles utilisable : ${problems.join("; ")}`,
      );
    }
    case "not-an-address":
      return say(
        `${failure.url} is not an http(s) address.`,
        `${failure.url} n’est pas une adresse http(s).`,
      );
    case "no-service":
      return say(
        `No service answers at ${failure.url} (${failure.why}). Start it with "npm start", or give --url.`,
        `Aucun service ne répond à ${failure.url} (${failure.why}). Démarrez-le par « npm start », ou donnez --url.`,
      );
    case "another-service":
      return say(
        `${failure.url} answers, but it is not FacNet Validator.`,
        `${failure.url} répond, mais ce n’est pas FacNet Validator.`,
      );
    case "connection-lost":
      return say(
        `The connection is lost. The run goes on: facnet watch ${failure.runId}`,
        `La connexion est perdue. Le contrôle continue : facnet watch ${failure.runId}`,
      );
    case "service-fault":
      return `${reasons[lang].internal} (HTTP ${failure.status})`;
    case "own-fault":
      return say(`The command broke off: ${failure.why}`, `La commande s’est interrompue : ${failure.why}`);
    case "refused":
      return refusalText(failure, lang);
  }
}

function refusalText(
  { what, code, params, said }: Extract<Failure, { kind: "refused" }>,
  lang: Lang,
): string {
  if (code === "unauthorized") return reasons[lang].unauthorized;
  const precise = (code === "not-found" && missing[lang][what]) || withParams(params, lang);
  if (precise) return lang === "en" && code === "invalid-input" ? said : precise;
  return lang === "en" ? said : (awayInFrench(params) ?? reasons[lang][code]);
}

function awayInFrench({ category, isFull }: ErrorParams): string | null {
  if (isFull)
    return "Le stockage des fichiers est plein. Rien n’a été conservé ; réessayez quand il aura de la place.";
  switch (category) {
    case "queue":
      return "La file d’attente ne répond pas. Le contrôle est conservé et commence dès qu’elle répond.";
    case "database":
      return "La base de données ne répond pas. Réessayez dans un instant.";
    case "storage":
      return "Le stockage des fichiers ne répond pas. Réessayez dans un instant.";
    default:
      return null;
  }
}

function withParams({ maxBytes, maxFiles, fields, tables }: ErrorParams, lang: Lang): string | null {
  if (tables && tables.length > 0) return tables.map((fault) => tableFaultText(fault, lang)).join(" ; ");
  if (maxBytes !== undefined) {
    const size = formatNumber(maxBytes, lang);
    return lang === "fr"
      ? `Le fichier dépasse la limite de ${size} octets.`
      : `The file is larger than the limit of ${size} bytes.`;
  }
  if (maxFiles !== undefined) {
    const most = formatNumber(maxFiles, lang);
    return lang === "fr" ? `Un lot prend au plus ${most} fichiers.` : `A batch takes at most ${most} files.`;
  }
  if (fields && fields.length > 0)
    return lang === "fr" ? `Non valide : ${fields.join(", ")}.` : `Not valid: ${fields.join(", ")}.`;
  return null;
}
