/** What a claim says, before it is written as cells; a claim of the sample files is about nobody. */
export interface Claim {
  invoice: string;
  day: string;
  start: string;
  end: string;
  place: string;
  code: string;
  units: string;
  contexts: string;
  /** Cents. */
  billed: number;
  paid: number;
  doctor: string;
  patient: string;
}

/** 32,4 for 3,240 cents: trimmed zeros and a decimal comma, but 0,00 for nothing. */
export function amountCell(cents: number): string {
  if (cents === 0) return "0,00";
  return String(cents / 100).replace(".", ",");
}

export function claimCells(claim: Claim, number: number): string[] {
  return [
    String(number),
    claim.invoice,
    `R${1000 + number}`,
    claim.day,
    claim.start,
    claim.end,
    claim.start < "17:00" ? "Jour" : "Soir",
    claim.place,
    "CLSC",
    "V70",
    claim.code,
    claim.units,
    "1",
    claim.contexts,
    amountCell(claim.billed),
    amountCell(claim.paid),
    claim.doctor,
    "",
    "",
    "",
    "Agence A",
    claim.patient,
    "",
  ];
}
