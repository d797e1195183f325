import type { Code } from "../codes";
import type { Message, Words } from "../message";

const types: Record<string, string> = {
  integer: "un nombre entier",
  number: "un nombre",
  boolean: "vrai ou faux",
  date: "une date",
  time: "une heure",
  datetime: "une date avec une heure",
  year: "une année de quatre chiffres",
  yearmonth: "un mois de la forme AAAA-MM",
};

const formats: Record<string, string> = {
  email: "une adresse de courriel",
  uri: "une adresse web",
  uuid: "un UUID",
  "ca-postal-code": "un code postal canadien comme H2X 1Y4",
  "qc-health-number": "un numéro d’assurance maladie du Québec : quatre lettres et huit chiffres",
};

const binaries: Record<string, string> = {
  png: "une image PNG",
  jpeg: "une image JPEG",
  zip: "une archive ZIP",
  gzip: "une archive gzip",
  pdf: "un document PDF",
  xls: "un classeur Excel",
  xlsx: "un classeur Excel",
  nul: "fait de données binaires",
};

const letters: Record<string, string> = { Y: "AAAA", y: "AA", m: "MM", d: "JJ", H: "hh", M: "mm", S: "ss" };
const cells = { one: "cellule", other: "cellules" };
const columns = { one: "colonne", other: "colonnes" };
const characters = { one: "caractère", other: "caractères" };

/** `%d/%m/%Y` comme on l’écrit. */
const dateForm = (words: Words) =>
  words.text("format").replace(/%(.)/g, (_, letter: string) => letters[letter] ?? letter);

const name = (known: Record<string, string>, text: string) => known[text] ?? text;
const detail = (words: Words) => {
  if (words.has("format")) return ` qui existe, de la forme ${dateForm(words)}`;
  if (words.has("decimalChar")) return ` avec ${words.quoted("decimalChar")} devant les décimales`;
  return words.has("allowed") ? ` : l’une de ${words.text("allowed")}` : "";
};
const typeThis = (words: Words, otherwise: string) =>
  words.has("suggestion") ? `Écrivez plutôt ${words.quoted("suggestion")}.` : otherwise;

export const fr: Record<Code, Message> = {
  "encoding-error": {
    title: "Caractères illisibles",
    message: (words) =>
      `Le fichier n’est pas en ${words.text("encoding")} valide à ${words.count("count", { one: "endroit", other: "endroits" })}; le premier est à la ligne ${words.number("line")}, octet ${words.number("byte")}.`,
    remedy: () => "Enregistrez de nouveau le fichier en UTF-8, ou choisissez son véritable encodage.",
  },
  "binary-file": {
    title: "Pas un fichier CSV",
    message: (words) =>
      `Le fichier est ${name(binaries, words.text("format"))}, pas un texte CSV${words.is("format", "nul") ? ` : la ligne ${words.number("line")} a un caractère NUL` : ""}.`,
    remedy: () => "Ouvrez-le dans le logiciel qui l’a produit et exportez-le en CSV.",
  },
  "empty-file": {
    title: "Fichier vide",
    message: (words) =>
      words.is("reason", "no-rows")
        ? "Le fichier a un en-tête, mais aucune ligne."
        : "Le fichier ne contient aucun texte.",
    remedy: () => "Exportez de nouveau le fichier et vérifiez qu’il contient des lignes avant de l’envoyer.",
  },
  "dialect-uncertain": {
    title: "Séparateur incertain",
    message: (words) =>
      words.has("delimiter")
        ? `On ne sait pas bien ce qui sépare les colonnes; ${words.quoted("delimiter")} a été retenu.`
        : "On ne sait pas bien ce qui sépare les colonnes.",
    remedy: () =>
      "Regardez les colonnes ci-dessous. Si elles sont fausses, choisissez vous-même le séparateur.",
  },
  "title-lines": {
    title: "Lignes au-dessus de l’en-tête",
    message: (words) =>
      words.is("count", 1)
        ? "L’en-tête n’est pas la première ligne : celle qui le précède, un titre ou une ligne vide par exemple, a été sautée."
        : `L’en-tête n’est pas la première ligne : les ${words.number("count")} lignes qui le précèdent, un titre ou une ligne vide par exemple, ont été sautées.`,
    remedy: () =>
      "Rien à faire si c’est bien le cas. Sinon, indiquez la ligne de l’en-tête, ou enlevez ce qui la précède.",
  },
  "mixed-line-endings": {
    title: "Fins de ligne mélangées",
    message: () => "Certaines lignes finissent à la manière de Windows, d’autres à la manière d’Unix.",
    remedy: () =>
      "Rien à faire ici, mais d’autres logiciels peuvent trébucher : enregistrez le fichier avec une seule sorte de fin de ligne.",
  },
  "truncated-file": {
    title: "Ligne sans fin",
    message: (words) =>
      words.is("reason", "too-long")
        ? `L’enregistrement qui commence près de la ligne ${words.number("line")} est trop long pour être une ligne de tableau. Il a été refusé, et la lecture a repris à la ligne suivante.`
        : `Un guillemet s’ouvre près de la ligne ${words.number("line")} et ne se ferme jamais. Cette ligne a été refusée, et la lecture a repris à la suivante.`,
    remedy: (words) =>
      words.is("reason", "too-long")
        ? "Vérifiez que le fichier est un CSV et que ses lignes finissent par un saut de ligne."
        : "Fermez le guillemet sur cette ligne, ou écrivez-en deux là où il fait partie du texte. Si c’est la dernière ligne, vérifiez que le fichier est arrivé en entier.",
  },
  "missing-label": {
    title: "Colonne manquante",
    message: (words) => `Aucune colonne ne s’appelle ${words.quoted("expected")}.`,
    remedy: (words) => `Ajoutez la colonne ${words.quoted("expected")}, ou corrigez son nom dans l’en-tête.`,
  },
  "extra-label": {
    title: "Colonne inconnue",
    message: (words) =>
      `Le jeu de règles ne connaît pas la colonne ${words.quoted("label")}; ses cellules n’ont pas été vérifiées.`,
    remedy: () => "Enlevez la colonne, ou corrigez son nom dans l’en-tête.",
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
    message: (words) => `La colonne ${words.quoted("label")} a été prise pour ${words.quoted("expected")}.`,
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
  required: {
    title: "Valeur manquante",
    message: (words) =>
      words.has("value")
        ? `${words.quoted("value")} veut dire « aucune valeur », mais une valeur est obligatoire.`
        : "La cellule est vide, mais une valeur est obligatoire.",
    remedy: () => "Inscrivez la valeur.",
  },
  "type-error": {
    title: "Mauvaise sorte de valeur",
    message: (words) =>
      `${words.quoted("value")} n’est pas ${name(types, words.text("expected"))}${detail(words)}.`,
    remedy: (words) => typeThis(words, "Corrigez la valeur."),
  },
  "format-error": {
    title: "Mauvais format",
    message: (words) => `${words.quoted("value")} n’est pas ${name(formats, words.text("format"))}.`,
    remedy: (words) => typeThis(words, "Corrigez la valeur."),
  },
  pattern: {
    title: "Ne suit pas le modèle",
    message: (words) =>
      words.has("longest")
        ? `La valeur a ${words.count("length", characters)}, trop pour être comparée au modèle ${words.text("pattern")}.`
        : `${words.quoted("value")} ne suit pas le modèle ${words.text("pattern")}.`,
    remedy: (words) => typeThis(words, "Écrivez la valeur comme le modèle le demande."),
  },
  enum: {
    title: "Hors des valeurs permises",
    message: (words) =>
      `${words.quoted("value")} n’est pas une valeur permise. Valeurs permises : ${words.text("allowed")}${words.is("isWhole", false) ? " …" : ""}.`,
    remedy: (words) => typeThis(words, "Utilisez une des valeurs permises."),
  },
  minimum: {
    title: "Trop petit",
    message: (words) => `${words.quoted("value")} est inférieur à ${words.text("limit")}.`,
    remedy: (words) => `Donnez une valeur de ${words.text("limit")} ou plus.`,
  },
  maximum: {
    title: "Trop grand",
    message: (words) => `${words.quoted("value")} est supérieur à ${words.text("limit")}.`,
    remedy: (words) => `Donnez une valeur de ${words.text("limit")} ou moins.`,
  },
  "min-length": {
    title: "Trop court",
    message: (words) =>
      `${words.quoted("value")} a ${words.count("length", characters)}; le minimum est de ${words.number("limit")}.`,
    remedy: () => "Complétez la valeur; un zéro de tête s’est peut-être perdu.",
  },
  "max-length": {
    title: "Trop long",
    message: (words) =>
      `${words.quoted("value")} a ${words.count("length", characters)}; le maximum est de ${words.number("limit")}.`,
    remedy: () => "Raccourcissez la valeur.",
  },
  "check-digit": {
    title: "Chiffre de contrôle faux",
    message: (words) =>
      `${words.quoted("value")} a la bonne forme, mais son chiffre de contrôle ne concorde pas.`,
    remedy: () => "Comparez le numéro avec la carte : un caractère est mal tapé.",
  },
  "primary-key": {
    title: "Identifiant en double",
    message: (words) =>
      words.has("key")
        ? `L’identifiant ${words.quoted("key")} sert déjà à la ligne ${words.number("firstRow")}.`
        : "L’identifiant de la ligne manque.",
    remedy: (words) =>
      words.has("key")
        ? "Enlevez la ligne répétée, ou donnez-lui son propre identifiant."
        : "Inscrivez l’identifiant.",
  },
  "rule-error": {
    title: "Une règle du jeu de règles a échoué",
    message: (words) =>
      `La règle ${words.quoted("rule")} n’a pas pu être calculée et n’a plus été vérifiée : ${words.text("reason")}.`,
    remedy: () => "Corrigez la règle dans le jeu de règles : le fichier n’est pas en cause.",
  },
};
