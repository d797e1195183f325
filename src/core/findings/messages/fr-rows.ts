import type { Code } from "../codes";
import type { Message, Words } from "../message";

const cells = { one: "cellule", other: "cellules" };
const columns = { one: "colonne", other: "colonnes" };
const differences: Record<string, string> = {
  accent: "les accents",
  case: "les majuscules",
  space: "les espaces",
  sign: "les apostrophes, les tirets ou des caractères invisibles",
};

/** In what a label differs from the name that it was taken for. */
const differs = (words: Words) => {
  if (!words.has("how")) return "";
  if (words.text("how") === "alias") return ", dont c’est un autre nom";
  return `; la différence est dans ${words.terms("how", differences)}`;
};

export const frRows = {
  "missing-label": {
    title: "Colonne manquante",
    message: (words) => `Aucune colonne ne s’appelle ${words.quoted("expected")}.`,
    remedy: (words) => `Ajoutez la colonne ${words.quoted("expected")}, ou corrigez son nom dans l’en-tête.`,
  },
  "extra-label": {
    title: "Colonne inconnue",
    message: (words) =>
      `Le jeu de règles ne connaît pas la colonne ${words.quoted("label")}; ses cellules n’ont pas été vérifiées.`,
    remedy: (words) =>
      words.has("suggestion")
        ? `S’il s’agit de ${words.quoted("suggestion")}, écrivez-le dans l’en-tête; sinon, enlevez la colonne.`
        : "Enlevez la colonne, ou corrigez son nom dans l’en-tête.",
  },
  "blank-label": {
    title: "Colonne sans nom",
    message: () => "Une colonne n’a pas de nom dans l’en-tête.",
    remedy: () => "Donnez un nom à la colonne dans la première ligne.",
  },
  "duplicate-label": {
    title: "Nom de colonne en double",
    message: (words) =>
      `Le nom ${words.quoted("label")} désigne déjà la colonne ${words.number("firstColumn")}.`,
    remedy: () => "Donnez à chaque colonne un nom qui lui soit propre.",
  },
  "incorrect-label": {
    title: "Nom de colonne écrit autrement",
    message: (words) =>
      `La colonne ${words.quoted("label")} a été prise pour ${words.quoted("expected")}${differs(words)}.`,
    remedy: (words) => `Écrivez ${words.quoted("expected")} dans l’en-tête pour éviter toute confusion.`,
  },
  "damaged-label": {
    title: "Nom de colonne abîmé",
    message: (words) =>
      words.has("expected")
        ? `Le nom ${words.quoted("label")} contient des caractères brisés. Ce ne peut être que ${words.quoted("expected")}; la colonne a été vérifiée comme telle.`
        : `Le nom ${words.quoted("label")} contient des caractères brisés; la colonne n’a donc pas été associée.`,
    remedy: () => "Exportez de nouveau le fichier avec le bon encodage, ou retapez le nom.",
  },
  "out-of-order": {
    title: "Colonnes dans un autre ordre",
    message: () =>
      "Les colonnes ne sont pas dans l’ordre du jeu de règles. Elles ont été associées par leur nom.",
    remedy: () => "Rien à faire, sauf si le destinataire lit les colonnes selon leur position.",
  },
  "blank-row": {
    title: "Ligne vide",
    message: () => "La ligne ne contient rien.",
    remedy: () => "Supprimez la ligne.",
  },
  "missing-cell": {
    title: "Trop peu de cellules",
    message: (words) =>
      words.is("everyRow", true)
        ? `L’en-tête nomme ${words.count("expected", columns)}, mais chaque ligne a ${words.count("found", cells)}.`
        : `La ligne a ${words.count("found", cells)} au lieu de ${words.number("expected")}.`,
    remedy: (words) =>
      words.is("everyRow", true)
        ? "Enlevez de l’en-tête le nom qui n’a pas de cellules, ou exportez de nouveau le fichier."
        : "Ajoutez les séparateurs qui manquent, ou réunissez une ligne coupée en deux.",
  },
  "extra-cell": {
    title: "Trop de cellules",
    message: (words) =>
      words.is("everyRow", true)
        ? `L’en-tête nomme ${words.count("expected", columns)}, mais chaque ligne a ${words.count("found", cells)}.`
        : `La ligne a ${words.count("found", cells)} au lieu de ${words.number("expected")}.`,
    remedy: (words) =>
      words.is("everyRow", true)
        ? "Nommez toutes les colonnes dans l’en-tête."
        : "Mettez entre guillemets une cellule qui contient le séparateur, ou enlevez ce qui est de trop.",
  },
  "bad-quote": {
    title: "Guillemet mal placé",
    message: () =>
      "La ligne est illisible : un guillemet se trouve au milieu d’une cellule ou est suivi de texte.",
    remedy: () => "Mettez toute la cellule entre guillemets et doublez chaque guillemet qu’elle contient.",
  },
  "duplicate-row": {
    title: "Ligne en double",
    message: (words) => `La ligne dit la même chose que la ligne ${words.number("firstRow")}.`,
    remedy: () => "Enlevez la ligne, sauf si elle doit s’y trouver deux fois.",
  },
} satisfies Partial<Record<Code, Message>>;
