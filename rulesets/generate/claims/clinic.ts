import { clock } from "../day";
import type { Random } from "../random";
import type { Claim } from "./claim";
import { healthNumber } from "./health-number";

export const practice = "55123";
const hospital = "0123X";

/** What the generator may choose from, and the numbers that it has given away. */
export interface Clinic {
  random: Random;
  /** ISO day of the newest claim. */
  until: string;
  nextInvoice(): string;
  /** A person who has not been seen yet. */
  newPatient(): string;
  /** One who was seen before, or a new one. */
  anyPatient(): string;
}

export function makeClinic(random: Random, until: string): Clinic {
  let invoices = 0;
  let patients = 0;
  const newPatient = () => healthNumber(patients++);
  return {
    random,
    until,
    nextInvoice: () => `F-${2000 + invoices++}`,
    newPatient,
    anyPatient: () => (patients === 0 ? newPatient() : healthNumber(random.whole(0, patients - 1))),
  };
}

type Part = Partial<Claim> & Pick<Claim, "doctor" | "day" | "code">;

/** A claim with the usual cells; times and contexts only where they are given. */
export function makeClaim(clinic: Clinic, part: Part): Claim {
  const billed = part.billed ?? clinic.random.whole(3000, 8000);
  return {
    invoice: part.invoice ?? clinic.nextInvoice(),
    start: clock(clinic.random.whole(8 * 60, 17 * 60)),
    end: clinic.random.chance(0.5) ? "" : "00:00",
    place: practice,
    units: "1",
    contexts: "",
    billed,
    paid: clinic.random.chance(0.1) ? 0 : billed,
    patient: part.patient ?? clinic.newPatient(),
    ...part,
  };
}

/** The place of a day's visits: mostly a practice. */
export const anyPlace = ({ random }: Clinic) => (random.chance(0.8) ? practice : hospital);

const names = ["Tremblay", "Okafor", "Nguyen", "Roy", "Silva", "Gagnon", "Khan", "Pelletier"];

export function doctorName(index: number): string {
  return `Dr ${names[index % names.length] ?? ""} | 1${String(10_000 + index * 37)}`;
}
