"use client";

import { useEffect, useRef, useState } from "react";

/**
 * Keeps an unsaved text in the tab's own storage: the browser's way back asks nobody, so the text must outlive it. `found`
 * is what was left unsaved before.
 */
export function useKeptDraft(name: string, text: string, isDirty: boolean) {
  const key = `ruleset-draft:${name}`;
  const [found, setFound] = useState<string | null>(null);
  const wasDirty = useRef(false);
  useEffect(() => setFound(inStorage((storage) => storage.getItem(key))), [key]);
  useEffect(() => {
    if (isDirty) inStorage((storage) => storage.setItem(key, text));
    else if (wasDirty.current) inStorage((storage) => storage.removeItem(key));
    wasDirty.current = isDirty;
  }, [key, text, isDirty]);
  return {
    found: found === text ? null : found,
    forget() {
      inStorage((storage) => storage.removeItem(key));
      setFound(null);
    },
  };
}

/** Null where the browser keeps nothing for this site, or has no room. */
function inStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}
