import { useFormatter } from "next-intl";

/** Writes a number per minute: whole when it is large, with two figures when it is small. */
export function useRate(): (value: number) => string {
  const format = useFormatter();
  return (value) =>
    value >= 10
      ? format.number(value, { maximumFractionDigits: 0 })
      : format.number(value, { maximumSignificantDigits: 2 });
}
