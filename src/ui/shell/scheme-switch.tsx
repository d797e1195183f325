"use client";

import { IconMoon, IconSun } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useColorScheme } from "../color-scheme";
import classes from "./shell.module.css";

export function SchemeSwitch() {
  const t = useTranslations("shell");
  const [scheme, choose] = useColorScheme();
  const next = scheme === "dark" ? "light" : "dark";
  const Icon = next === "dark" ? IconMoon : IconSun;
  return (
    <button
      type="button"
      className={classes.switch}
      aria-label={t(next === "dark" ? "toDark" : "toLight")}
      onClick={() => choose(next)}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
    </button>
  );
}
