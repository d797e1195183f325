import {
  IconActivity,
  IconCode,
  IconFileCheck,
  IconListDetails,
  IconRulerMeasure,
  IconWebhook,
} from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LocaleSwitch } from "./locale-switch";
import { NavLink } from "./nav-link";
import { SchemeSwitch } from "./scheme-switch";
import classes from "./shell.module.css";

const icon = { size: 20, stroke: 1.75, "aria-hidden": true } as const;

export function AppHeader() {
  const t = useTranslations("shell");
  return (
    <>
      <a href="#content" className={classes.skip}>
        {t("skip")}
      </a>
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link href="/" className={classes.brand}>
            <IconFileCheck size={24} stroke={1.75} aria-hidden />
            {t("product")}
          </Link>
          <nav aria-label={t("navigation")} className={classes.nav}>
            <NavLink href="/" icon={<IconFileCheck {...icon} />} label={t("home")} />
            <NavLink href="/runs" icon={<IconListDetails {...icon} />} label={t("runs")} />
            <NavLink href="/rulesets" icon={<IconRulerMeasure {...icon} />} label={t("rulesets")} />
            <NavLink href="/queue" icon={<IconActivity {...icon} />} label={t("queue")} />
            <NavLink href="/webhooks" icon={<IconWebhook {...icon} />} label={t("webhooks")} />
            <NavLink href="/developers" icon={<IconCode {...icon} />} label={t("developers")} />
          </nav>
          <div className={classes.switches}>
            <LocaleSwitch />
            <SchemeSwitch />
          </div>
        </div>
      </header>
    </>
  );
}
