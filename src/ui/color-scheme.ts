"use client";

import { useSyncExternalStore } from "react";
import { darkQuery as dark, schemeKey as key } from "./first-paint";

export type ColorScheme = "light" | "dark";

const shown = (): ColorScheme => (document.documentElement.dataset.colorScheme === "dark" ? "dark" : "light");

function chosen(): ColorScheme | null {
  try {
    const value = localStorage.getItem(key);
    return value === "dark" || value === "light" ? value : null;
  } catch {
    return null;
  }
}

function show(): void {
  document.documentElement.dataset.colorScheme = chosen() ?? (matchMedia(dark).matches ? "dark" : "light");
}

/** Follows the system while nothing is chosen, and a choice that is made in another tab. */
function subscribe(tell: () => void): () => void {
  const system = matchMedia(dark);
  const seen = new MutationObserver(tell);
  seen.observe(document.documentElement, { attributeFilter: ["data-color-scheme"] });
  system.addEventListener("change", show);
  window.addEventListener("storage", show);
  return () => {
    seen.disconnect();
    system.removeEventListener("change", show);
    window.removeEventListener("storage", show);
  };
}

/** The colour scheme on the page, and how to choose another, which is kept. */
export function useColorScheme(): [ColorScheme, (scheme: ColorScheme) => void] {
  const scheme = useSyncExternalStore<ColorScheme>(subscribe, shown, () => "light");
  const choose = (next: ColorScheme) => {
    try {
      localStorage.setItem(key, next);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    document.documentElement.dataset.colorScheme = next;
  };
  return [scheme, choose];
}
