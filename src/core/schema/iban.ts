import type { NumberProblem } from "./check-digits";

/** Length of an IBAN by country, from the IBAN registry (ISO 13616). Other countries are checked by modulus alone. */
const lengths = new Map(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 " +
    "FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 " +
    "MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 " +
    "SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);
const shape = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/**
 * International bank account number (ISO 13616), without spaces: the first four characters put last and letters read as
 * 10 to 35, it leaves 1 when divided by 97 (ISO/IEC 7064, MOD 97-10).
 */
export function ibanProblem(text: string): NumberProblem {
  if (text.length > 34 || !shape.test(text)) return "format";
  const length = lengths.get(text.slice(0, 2));
  if (length !== undefined && length !== text.length) return "format";
  let rest = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt((i + 4) % text.length);
    rest = code <= 57 ? (rest * 10 + code - 48) % 97 : (rest * 100 + code - 55) % 97;
  }
  return rest === 1 ? null : "check-digit";
}
