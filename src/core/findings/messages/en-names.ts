import type { Words } from "../message";

export const types: Record<string, string> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  date: "a date",
  time: "a time",
  datetime: "a date with a time",
  year: "a year of four digits",
  yearmonth: "a month as YYYY-MM",
  duration: "a duration such as P1Y6M or PT2H30M",
  object: "a JSON object",
  array: "a JSON array",
  geopoint: "a point on the earth as “longitude, latitude”",
  "geopoint array": "a point on the earth as a JSON array of longitude and latitude",
  "geopoint object": "a point on the earth as a JSON object with lon and lat",
  geojson: "GeoJSON",
  topojson: "TopoJSON",
};

export const formats: Record<string, string> = {
  email: "an e-mail address",
  uri: "a web address",
  uuid: "a UUID",
  binary: "binary data in base64",
  "ca-postal-code": "a Canadian postal code such as H2X 1Y4",
  "qc-health-number": "a Quebec health-insurance number: four letters and eight digits",
  luhn: "a number with a Luhn check digit",
  iban: "an IBAN without spaces",
  ean: "an article number (EAN or GTIN) of 8, 13 or 14 digits",
  siren: "a SIREN of nine digits",
  siret: "a SIRET of 14 digits",
};

const letters: Record<string, string> = {
  Y: "YYYY",
  y: "YY",
  m: "MM",
  b: "month (short)",
  B: "month (in full)",
  d: "DD",
  j: "day of the year",
  a: "weekday (short)",
  A: "weekday (in full)",
  H: "hh",
  I: "hh",
  M: "mm",
  S: "ss",
  f: "fraction",
  p: "AM/PM",
  z: "±hhmm",
};

/** `%d/%m/%Y` as people write it. */
export const dateForm = (words: Words) =>
  words.text("format").replace(/%(.)/g, (_, letter: string) => letters[letter] ?? letter);

export const name = (known: Record<string, string>, text: string) => known[text] ?? text;

/** What the cell should have been. */
export const typeName = (words: Words) => {
  const form = words.text("geoFormat");
  const type = words.text("expected");
  return name(types, form === "" || form === "default" ? type : `${type} ${form}`);
};
