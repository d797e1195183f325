/** A remark on a part of a drafted ruleset, for the person who goes on with it. */
export type DraftNote =
  | { kind: "draft"; rows: number; fileName: string }
  | { kind: "fits"; share: number }
  | { kind: "range"; min: string; max: string }
  | { kind: "distinct"; count: number; isExact: boolean }
  | { kind: "all-different" }
  | { kind: "all-empty" }
  | { kind: "renamed"; label: string }
  | { kind: "day-month" };

const languages = { en: "en-CA", fr: "fr-CA" } as const;

/** Tells a note in the reader's language, on one line. */
export function tellNote(note: DraftNote, lang: "en" | "fr"): string {
  const isEnglish = lang === "en";
  const number = (value: number) => value.toLocaleString(languages[lang]);
  switch (note.kind) {
    case "draft":
      return isEnglish
        ? `A draft made from ${number(note.rows)} rows of ${oneLine(note.fileName)}. It says what that file holds, not what a file must hold: read each line and change it.`
        : `Une ébauche faite de ${number(note.rows)} lignes de ${oneLine(note.fileName)}. Elle dit ce que ce fichier contient, non ce qu’un fichier doit contenir : lisez chaque ligne et changez-la.`;
    case "fits": {
      const share = (Math.floor(note.share * 1000) / 1000).toLocaleString(languages[lang], {
        style: "percent",
        maximumFractionDigits: 1,
      });
      return isEnglish ? `${share} of the cells fit this type` : `${share} des cellules sont de ce type`;
    }
    case "range":
      return isEnglish
        ? `from ${oneLine(note.min)} to ${oneLine(note.max)}`
        : `de ${oneLine(note.min)} à ${oneLine(note.max)}`;
    case "distinct": {
      if (note.count === 1) return isEnglish ? "one value alone" : "une seule valeur";
      const about = note.isExact ? "" : isEnglish ? "about " : "environ ";
      return `${about}${number(note.count)} ${isEnglish ? "different values" : "valeurs différentes"}`;
    }
    case "all-different":
      return isEnglish ? "no value comes twice" : "aucune valeur ne revient";
    case "all-empty":
      return isEnglish ? "every cell is empty" : "toutes les cellules sont vides";
    case "renamed":
      return isEnglish
        ? `the header says ${JSON.stringify(note.label)} here: a field needs a name of its own`
        : `l’en-tête dit ici ${JSON.stringify(note.label)} : un champ doit avoir son propre nom`;
    case "day-month":
      return isEnglish
        ? "day before month is a guess: no day is past the 12th"
        : "le jour avant le mois est une supposition : aucun jour n’est après le 12";
  }
}

/** A cell's text must not end the comment that it stands in. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
