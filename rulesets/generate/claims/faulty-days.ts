import { clock, daysBefore } from "../day";
import type { Claim } from "./claim";
import { type Clinic, makeClaim } from "./clinic";

type Part = Partial<Claim> & Pick<Claim, "code">;
export interface Day {
  doctor: string;
  day: string;
}

const many = (count: number, part: Part): Part[] => Array.from({ length: count }, () => part);
const registered: Part = { code: "98001", billed: 4210 };
const walkIn: Part = { code: "98002", billed: 2765, contexts: "CLSC,#G160" };
const fee: Part = { code: "19928", billed: 3240 };
const doubleFee: Part = { code: "19929", billed: 6480 };
const session = (from: number, minutes: number, more: Partial<Claim> = {}): Part => ({
  code: "8857",
  place: "0123X",
  start: clock(from),
  end: clock(from + minutes),
  ...more,
});
const paid = { billed: 5525, paid: 5525 };
const unpaid = { billed: 5525, paid: 0 };

/** For each rule a day, given to a doctor of its own, on which that rule fails by one. */
export const faultyDays: Record<string, (clinic: Clinic, day: Day) => Part[]> = {
  "office-fee-19928": () => [fee, ...many(5, registered), ...many(2, walkIn)],
  "office-fee-19929": () => [doubleFee, ...many(11, registered)],
  "office-fee-day-total": () => [fee, doubleFee, ...many(12, registered)],
  "office-fee-place": () => [{ ...fee, place: "0123X" }, ...many(6, registered)],
  "office-fee-missed": () => many(6, registered),
  "annual-code-paid-twice": (clinic) => {
    const patient = clinic.newPatient();
    return [
      { code: "98101", patient, ...paid },
      { code: "98103", patient, ...paid },
    ];
  },
  "annual-code-paid-and-unpaid": (clinic) => {
    const patient = clinic.newPatient();
    return [
      { code: "98101", patient, ...paid },
      { code: "98101", patient, ...unpaid },
    ];
  },
  "annual-code-unpaid-twice": (clinic) => many(2, { code: "98102", patient: clinic.newPatient(), ...unpaid }),
  "intervention-day-cap": () => [session(480, 60), session(540, 60), session(600, 61)],
  "intervention-overlap": () => [session(480, 60), session(490, 25), session(539, 30)],
  "intervention-too-short": () => [session(480, 24)],
  "intervention-ends-before-start": () => [session(480, 40, { start: "09:00", end: "08:20" })],
  "late-claim": (clinic) => [{ code: "98901", day: daysBefore(clinic.until, 91) }],
  "service-in-the-future": (clinic) => [{ code: "98901", day: daysBefore(clinic.until, -1) }],
  "companion-code": () => [{ code: "15802" }, { code: "19957" }],
  reconciliation: () => [{ code: "98901", billed: 3040, paid: 3042 }],
  "code-in-list": () => [{ code: "98999" }, { code: "98902" }],
  tariff: () => [
    { code: "98001", billed: 4220 },
    { code: "98003", billed: 3000 },
  ],
};

export function faultyDay(clinic: Clinic, rule: string, day: Day): Claim[] {
  const parts = faultyDays[rule]?.(clinic, day) ?? [];
  return parts.map((part) => {
    const claim = makeClaim(clinic, { ...day, ...part });
    return part.paid === undefined ? { ...claim, paid: claim.billed } : claim;
  });
}
