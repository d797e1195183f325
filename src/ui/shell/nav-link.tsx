"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import classes from "./shell.module.css";

export function NavLink({ href, icon, label }: { href: string; icon: ReactNode; label: string }) {
  const path = usePathname();
  const here = href === "/" ? path === "/" : path.startsWith(href);
  return (
    <Link href={href} className={classes.link} aria-current={here ? "page" : undefined}>
      {icon}
      <span>{label}</span>
    </Link>
  );
}
