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
    remedy: () => "Ouvrez-le dans le logiciel qui l’a produit et exportez-le en CSV.",
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
} satisfies Partial<Record<Code, Message>>;
