import { useTranslations } from "next-intl";
import { logWords } from "./log-words";

const levels = ["info", "warn", "error"] as const;
const sources = ["worker", "queue", "service"] as const;

/** The run's log, which the service writes in English, in the reader's language. */
export function useLogWords() {
  const t = useTranslations("run.log");
  return {
    words: (message: string) => {
      const known = logWords(message);
      return known ? t(`words.${known.key}`, known.values) : message;
    },
    level: (name: string) => {
      const known = levels.find((candidate) => candidate === name);
      return known ? t(`levels.${known}`) : name;
    },
    source: (name: string) => {
      const known = sources.find((candidate) => candidate === name);
      return known ? t(`sources.${known}`) : name;
    },
  };
}
