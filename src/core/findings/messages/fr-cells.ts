import type { Code } from "../codes";
import type { Message, Words } from "../message";
import { dateForm, formats, name, typeName, types } from "./fr-names";

const characters = { one: "caractère", other: "caractères" };
const items = { one: "élément", other: "éléments" };
const unit = (words: Words) => (words.has("items") ? items : characters);
const wanted = (words: Words) => {
  if (words.has("format")) return `, c’est-à-dire sous la forme ${dateForm(words)}`;
  return words.has("decimalChar") ? `, avec ${words.quoted("decimalChar")} devant les décimales` : "";
};
const detail = (words: Words) => {
  if (words.has("format")) return ` qui existe, de la forme ${dateForm(words)}`;
  if (words.has("decimalChar")) return ` avec ${words.quoted("decimalChar")} devant les décimales`;
  return words.has("allowed") ? ` : l’une de ${words.text("allowed")}` : "";
};
const typeThis = (words: Words, otherwise: string) =>
  words.has("suggestion") ? `Écrivez plutôt ${words.quoted("suggestion")}.` : otherwise;

export const frCells = {
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
      words.is("expected", "list")
        ? `${words.quoted("value")} n’est pas une liste avec ${words.quoted("delimiter")} entre ses éléments : ${words.quoted("item")} n’est pas ${name(types, words.text("itemType"))}.`
        : `${words.quoted("value")} n’est pas ${typeName(words)}${detail(words)}.`,
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
    message: (words) =>
      words.is("isExclusive", true)
        ? `${words.quoted("value")} n’est pas supérieur à ${words.text("limit")}.`
        : `${words.quoted("value")} est inférieur à ${words.text("limit")}.`,
    remedy: (words) =>
      words.is("isExclusive", true)
        ? `Donnez une valeur au-dessus de ${words.text("limit")}.`
        : `Donnez une valeur de ${words.text("limit")} ou plus.`,
  },
  maximum: {
    title: "Trop grand",
    message: (words) =>
      words.is("isExclusive", true)
        ? `${words.quoted("value")} n’est pas inférieur à ${words.text("limit")}.`
        : `${words.quoted("value")} est supérieur à ${words.text("limit")}.`,
    remedy: (words) =>
      words.is("isExclusive", true)
        ? `Donnez une valeur au-dessous de ${words.text("limit")}.`
        : `Donnez une valeur de ${words.text("limit")} ou moins.`,
  },
  "min-length": {
    title: "Trop court",
    message: (words) =>
      `${words.quoted("value")} a ${words.count("length", unit(words))}; le minimum est de ${words.number("limit")}.`,
    remedy: (words) =>
      words.has("items")
        ? "Ajoutez ce qui manque."
        : "Complétez la valeur; un zéro de tête s’est peut-être perdu.",
  },
  "max-length": {
    title: "Trop long",
    message: (words) =>
      `${words.quoted("value")} a ${words.count("length", unit(words))}; le maximum est de ${words.number("limit")}.`,
    remedy: () => "Raccourcissez la valeur.",
  },
  "check-digit": {
    title: "Chiffre de contrôle faux",
    message: (words) =>
      `${words.quoted("value")} a la forme voulue (${name(formats, words.text("format"))}), mais son chiffre de contrôle ne concorde pas.`,
    remedy: () =>
      "Comparez le numéro avec sa source : un caractère est mal tapé, ou deux ont changé de place.",
  },
  "json-schema": {
    title: "JSON non conforme",
    message: (words) =>
      words.is("at", "")
        ? `La valeur ne respecte pas «\u00a0${words.text("keyword")}\u00a0» du schéma JSON de la colonne.`
        : `Dans la valeur, ${words.text("at")} ne respecte pas «\u00a0${words.text("keyword")}\u00a0» du schéma JSON de la colonne.`,
    remedy: () => "Corrigez cette partie de la valeur.",
  },
  "out-of-locale": {
    title: "Écrit comme dans un autre pays",
    message: (words) =>
      `${words.quoted("value")} est ${typeName(words)}, mais pas comme la colonne l’écrit${wanted(words)}.${
        words.has("readings") ? ` Cela peut vouloir dire ${words.choices("readings")}.` : ""
      }`,
    remedy: (words) =>
      words.has("readings")
        ? `Vérifiez ce qui est voulu et écrivez ${words.choices("readings")}.`
        : typeThis(words, "Écrivez la valeur comme la colonne le veut."),
  },
  "formula-injection": {
    title: "Formule dans une cellule",
    message: (words) => `Un tableur exécuterait ${words.quoted("value")} comme une formule.`,
    remedy: () => "Enlevez le signe au début de la cellule, ou mettez une apostrophe devant.",
  },
} satisfies Partial<Record<Code, Message>>;
