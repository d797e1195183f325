import type { Code } from "../codes";
import type { Message } from "../message";

const binaries: Record<string, string> = {
  png: "une image PNG",
  jpeg: "une image JPEG",
  zip: "une archive ZIP",
  gzip: "une archive gzip",
  pdf: "un document PDF",
  xls: "un classeur Excel",
  xlsx: "un classeur Excel",
  "utf-16": "du texte en UTF-16",
  nul: "fait de données binaires",
};
const name = (known: Record<string, string>, text: string) => known[text] ?? text;

export const frFile = {
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
    remedy: (words) =>
      words.is("format", "utf-16")
        ? "Enregistrez-le de nouveau en CSV, en UTF-8."
        : "Ouvrez-le dans le logiciel qui l’a produit et exportez-le en CSV.",
  },
  "file-too-large": {
    title: "Fichier trop volumineux",
    message: (words) => `Le fichier a ${words.bytes("bytes")}; la limite est de ${words.bytes("limit")}.`,
    remedy: () =>
      "Partagez le fichier en plusieurs, chacun avec l’en-tête, et envoyez-les l’un après l’autre.",
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
  "mixed-line-endings": {
    title: "Fins de ligne mélangées",
    message: () => "Certaines lignes finissent à la manière de Windows, d’autres à la manière d’Unix.",
    remedy: () =>
      "Rien à faire ici, mais d’autres logiciels peuvent trébucher : enregistrez le fichier avec une seule sorte de fin de ligne.",
  },
  "truncated-file": {
    title: "La suite du fichier est illisible",
    message: (words) =>
      words.is("reason", "too-long")
        ? `L’enregistrement qui commence près de la ligne ${words.number("line")} est trop long pour être une ligne de tableau; la suite n’a pas été lue.`
        : `Un guillemet s’ouvre près de la ligne ${words.number("line")} et ne se ferme jamais; la suite ne peut donc pas être découpée.`,
    remedy: (words) =>
      words.is("reason", "too-long")
        ? "Vérifiez que le fichier est un CSV et que ses lignes finissent par un saut de ligne."
        : "Fermez le guillemet sur cette ligne, ou écrivez-en deux là où il fait partie du texte.",
  },
} satisfies Partial<Record<Code, Message>>;
