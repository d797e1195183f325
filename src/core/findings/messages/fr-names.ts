import type { Words } from "../message";

export const types: Record<string, string> = {
  string: "un texte",
  integer: "un nombre entier",
  number: "un nombre",
  boolean: "vrai ou faux",
  date: "une date",
  time: "une heure",
  datetime: "une date avec une heure",
  year: "une année de quatre chiffres",
  yearmonth: "un mois de la forme AAAA-MM",
  duration: "une durée comme P1Y6M ou PT2H30M",
  object: "un objet JSON",
  array: "un tableau JSON",
  geopoint: "un point de la Terre de la forme «\u00a0longitude, latitude\u00a0»",
  "geopoint array": "un point de la Terre en tableau JSON : longitude, puis latitude",
  "geopoint object": "un point de la Terre en objet JSON avec lon et lat",
  geojson: "du GeoJSON",
  topojson: "du TopoJSON",
};

export const formats: Record<string, string> = {
  email: "une adresse de courriel",
  uri: "une adresse web",
  uuid: "un UUID",
  binary: "des données binaires en base64",
  "ca-postal-code": "un code postal canadien comme H2X 1Y4",
  "qc-health-number": "un numéro d’assurance maladie du Québec : quatre lettres et huit chiffres",
  luhn: "un numéro avec un chiffre de contrôle de Luhn",
  iban: "un IBAN sans espaces",
  ean: "un numéro d’article (EAN ou GTIN) de 8, 13 ou 14 chiffres",
  siren: "un SIREN de neuf chiffres",
  siret: "un SIRET de 14 chiffres",
};

const letters: Record<string, string> = {
  Y: "AAAA",
  y: "AA",
  m: "MM",
  b: "mois (abrégé)",
  B: "mois (en lettres)",
  d: "JJ",
  j: "jour de l’année",
  a: "jour (abrégé)",
  A: "jour (en lettres)",
  H: "hh",
  I: "hh",
  M: "mm",
  S: "ss",
  f: "fraction",
  p: "AM/PM",
  z: "±hhmm",
};

/** `%d/%m/%Y` comme on l’écrit. */
export const dateForm = (words: Words) =>
  words.text("format").replace(/%(.)/g, (_, letter: string) => letters[letter] ?? letter);

export const name = (known: Record<string, string>, text: string) => known[text] ?? text;

/** Ce que la cellule aurait dû être. */
export const typeName = (words: Words) => {
  const form = words.text("geoFormat");
  const type = words.text("expected");
  return name(types, form === "" || form === "default" ? type : `${type} ${form}`);
};
