import { useTranslations } from "next-intl";
import type { Field } from "./readable-ruleset";

const withValue = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "pattern",
  "enum",
] as const;
const formats = ["email", "uri", "uuid", "ca-postal-code", "qc-health-number"] as const;
const flags = ["required", "unique"] as const;

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A field's constraints as the ends of sentences that start with "must". */
export function useConstraintWords(): (field: Field) => string[] {
  const t = useTranslations("rulesets.must");
  const constraint = (name: string, value: unknown) => {
    const flag = flags.find((candidate) => candidate === name);
    if (flag) return value === true ? t(flag) : null;
    const known = withValue.find((candidate) => candidate === name);
    return known ? t(known, { value: written(value) }) : t("other", { name, value: written(value) });
  };
  const formatWords = (format: string) => {
    const known = formats.find((candidate) => candidate === format);
    return known ? t(`formats.${known}`) : t("format", { value: format });
  };
  return (field) => {
    const words = Object.entries(field.constraints)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => constraint(name, value));
    const format = field.format && field.format !== "default" ? formatWords(field.format) : null;
    return [...words, format].filter((word) => word !== null);
  };
}
