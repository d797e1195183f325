"use client";

import { useEffect, useEffectEvent, useState } from "react";

/** While `isDirty`, leaving the page by a link asks first, and the browser asks before the page is closed. */
export function useLeaveGuard(isDirty: boolean) {
  const [target, setTarget] = useState<string | null>(null);
  const ask = useEffectEvent((address: string) => setTarget(address));
  useEffect(() => {
    if (!isDirty) return;
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || !leavesPage(link, event)) return;
      event.preventDefault();
      event.stopPropagation();
      ask(link.href);
    };
    window.addEventListener("beforeunload", onClose);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onClose);
      document.removeEventListener("click", onClick, true);
    };
  }, [isDirty]);
  return { target, stay: () => setTarget(null) };
}

function leavesPage(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const opensElsewhere =
    event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return !opensElsewhere && link.target !== "_blank" && !link.hasAttribute("download");
}
