import { clock } from "../day";
import type { Claim } from "./claim";
import { anyPlace, type Clinic, makeClaim, practice } from "./clinic";

interface Day {
  doctor: string;
  day: string;
}

/** A doctor's day with which no rule finds fault, but that now and then an office fee was not billed. */
export function doctorDay(clinic: Clinic, day: Day): Claim[] {
  return clinic.random.chance(0.6) ? visits(clinic, day) : interventions(clinic, day);
}

function visits(clinic: Clinic, day: Day): Claim[] {
  const { random } = clinic;
  const place = anyPlace(clinic);
  const registered = random.whole(2, 13);
  const walkIns = random.whole(0, 4);
  const claims: Claim[] = [];
  for (let i = 0; i < registered; i++) claims.push(...registeredVisit(clinic, day, place));
  for (let i = 0; i < walkIns; i++) {
    const contexts = random.pick(["G160", "#G160", "AR", "CLSC,#AR"]);
    claims.push(makeClaim(clinic, { ...day, code: "98002", place, contexts, billed: 2765 }));
  }
  if (place === practice && registered >= 6 && random.chance(0.9))
    claims.push(officeFee(clinic, day, registered));
  return claims;
}

/** Patients are new ones, so that each counts for the fee and no annual code comes twice. */
function registeredVisit(clinic: Clinic, day: Day, place: string): Claim[] {
  const { random } = clinic;
  if (random.chance(0.1))
    return [makeClaim(clinic, { ...day, place, code: random.pick(["98101", "98102", "98103", "98104"]) })];
  if (random.chance(0.1)) {
    const visit = makeClaim(clinic, { ...day, place, code: "15802" });
    const { invoice, patient } = visit;
    return [visit, makeClaim(clinic, { ...day, place, code: "19957", invoice, patient })];
  }
  return [makeClaim(clinic, { ...day, place, code: "98001", billed: place === practice ? 4210 : 3855 })];
}

function officeFee(clinic: Clinic, day: Day, registered: number): Claim {
  const isLarge = registered >= 12;
  const patient = clinic.anyPatient();
  return makeClaim(clinic, {
    ...day,
    code: isLarge ? "19929" : "19928",
    billed: isLarge ? 6480 : 3240,
    start: "00:00",
    patient,
  });
}

const interventionCodes = ["08857", "8857", "08858", "08860", "8866", "08869", "08841", "8844"];

/** Sessions one after another, some of them touching, of at most 180 minutes in all; exempt ones besides. */
function interventions(clinic: Clinic, day: Day): Claim[] {
  const { random } = clinic;
  const claims: Claim[] = [];
  let at = random.whole(8 * 60, 9 * 60);
  let left = 180;
  while (left >= 25 && claims.length < 6) {
    const isExempt = random.chance(0.2);
    const length = Math.min(random.whole(25, 60), isExempt ? 60 : left);
    claims.push(
      makeClaim(clinic, {
        ...day,
        code: random.pick(interventionCodes),
        contexts: isExempt ? random.pick(["CLSC,ICEP", "#ICSM", "ICTOX"]) : random.pick(["CLSC", ""]),
        place: "0123X",
        start: clock(at),
        end: clock(at + length),
        patient: clinic.anyPatient(),
      }),
    );
    at += length + random.pick([0, 5, 20]);
    if (!isExempt) left -= length;
  }
  return claims;
}
