import { z } from "zod";
import type { Severity as CoreSeverity } from "@/core/findings/finding";

export const Severity: z.ZodType<CoreSeverity> = z.enum(["error", "warning", "info"]);
