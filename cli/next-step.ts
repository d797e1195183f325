import { type ErrorCategory, errorCategoryOf } from "@/errors";
import type { Lang } from "./settings";

const steps: Record<Lang, Record<ErrorCategory, string>> = {
  en: {
    file: "[file] Mend or replace the file, then submit it again.",
    queue: "[queue] Submit it again in a moment; if it fails again, look at the queue's server.",
    database: "[database] Submit it again in a moment; if it fails again, look at the database server.",
    storage:
      "[storage] Submit it again in a moment; if it fails again, look at the file store and the disks.",
    worker: "[worker] Submit it again; if it fails again, the worker's log has the cause.",
  },
  fr: {
    file: "[fichier] Corrigez ou remplacez le fichier, puis soumettez-le de nouveau.",
    queue:
      "[file d’attente] Soumettez-le de nouveau dans un instant ; si l’échec se répète, examinez le serveur de la file d’attente.",
    database:
      "[base de données] Soumettez-le de nouveau dans un instant ; si l’échec se répète, examinez le serveur de base de données.",
    storage:
      "[stockage] Soumettez-le de nouveau dans un instant ; si l’échec se répète, examinez le stockage des fichiers et les disques.",
    worker:
      "[processus de travail] Soumettez-le de nouveau ; si l’échec se répète, le journal du processus en donne la cause.",
  },
};

/** Whose business a failed run is, and what to do next. Empty for a run that a person stopped. */
export function nextStepOf(errorCode: string | null, lang: Lang): string {
  const category = errorCategoryOf(errorCode);
  return category ? steps[lang][category] : "";
}
