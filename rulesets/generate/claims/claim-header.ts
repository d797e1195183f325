export const claimHeader = [
  "#",
  "Facture",
  "ID RAMQ",
  "Date de Service",
  "Début",
  "Fin",
  "Periode",
  "Lieu de pratique",
  "Secteur d'activité",
  "Diagnostic",
  "Code",
  "Unités",
  "Rôle",
  "Élément de contexte",
  "Montant Preliminaire",
  "Montant payé",
  "Doctor Info",
  "DEV NOTE - Total Montant Preliminaire",
  "DEV NOTE - Total Montant payé",
  "DEV NOTE - Total Unités",
  "Agence",
  "Patient",
  "Grand Total",
];

const seenInTheField = new Map([
  ["Début", "D\uFFFDbut"],
  ["Élément de contexte", "Élement de contexte"],
  ["Rôle", "Règle"],
]);

/** As seen in the field: a letter lost to a wrong encoding, another accent, another word. */
export const damagedHeader = claimHeader.map((label) => seenInTheField.get(label) ?? label);
