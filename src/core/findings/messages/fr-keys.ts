import type { Code } from "../codes";
import type { Message } from "../message";

export const frKeys = {
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
  unique: {
    title: "Valeur en double",
    message: (words) =>
      `${words.quoted("key")} sert déjà à la ligne ${words.number("firstRow")}, et deux lignes ne peuvent l’avoir en commun.`,
    remedy: () => "Corrigez la valeur, ou enlevez la ligne répétée.",
  },
  "foreign-key": {
    title: "Renvoi sans cible",
    message: (words) =>
      words.has("resource")
        ? `${words.quoted("key")} n’est pas dans la table ${words.quoted("resource")}.`
        : `Aucune ligne du fichier n’a ${words.quoted("key")}.`,
    remedy: () => "Corrigez la valeur, ou ajoutez la ligne à laquelle elle renvoie.",
  },
  "rule-error": {
    title: "Une règle du jeu de règles a échoué",
    message: (words) =>
      `La règle ${words.quoted("rule")} n’a pas pu être calculée et n’a plus été vérifiée : ${words.text("reason")}.`,
    remedy: () => "Corrigez la règle dans le jeu de règles : le fichier n’est pas en cause.",
  },
} satisfies Partial<Record<Code, Message>>;
