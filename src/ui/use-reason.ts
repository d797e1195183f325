import { useTranslations } from "next-intl";
import { appErrorCodes, errorCategoryOf } from "@/errors";

/** The AppError code that a tRPC error carries, "offline" when no answer came, else "internal". */
export function errorCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return "internal";
  const data: unknown = "data" in error ? error.data : undefined;
  if (typeof data !== "object" || data === null) return "offline";
  const away = "params" in data ? awayOf(data.params) : null;
  if (away) return away;
  return "appCode" in data && typeof data.appCode === "string" ? data.appCode : "internal";
}

const aways = ["queue-away", "database-away", "storage-away", "storage-full"] as const;

/** Which part of the service is away, where the answer says so. */
function awayOf(params: unknown): string | null {
  if (typeof params !== "object" || params === null || !("category" in params)) return null;
  const isFull = "isFull" in params && params.isFull === true;
  return aways.find((away) => away === `${params.category}-${isFull ? "full" : "away"}`) ?? null;
}

/** Says in the reader's language why something failed, from an AppError code. */
export function useReason(): (code: string | null) => string {
  const t = useTranslations("reason");
  return (code) => {
    if (code === "offline" || code === "database" || code === "storage") return t(code);
    const away = aways.find((candidate) => candidate === code);
    if (away) return t(away);
    const found = appErrorCodes.find((candidate) => candidate === code);
    return t(found ?? "internal");
  };
}

/** Says whose business it is that a run failed, and what the reader does next. */
export function useNextStep(): (code: string | null) => string {
  const t = useTranslations("fault");
  return (code) => {
    const category = errorCategoryOf(code) ?? "worker";
    return `${t("cause", { category })} ${t(`next.${category}`)}`;
  };
}
