import { type KeyboardEvent, type ReactNode, useRef } from "react";
import classes from "./tabs.module.css";

interface TabListProps<Name extends string> {
  id: string;
  label: string;
  names: readonly Name[];
  chosen: Name;
  onChoose: (name: Name) => void;
  children: (name: Name) => ReactNode;
}

function moved(key: string, from: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (from + 1) % count;
    case "ArrowLeft":
      return (from - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

export const tabId = (id: string, name: string) => `${id}-tab-${name}`;
export const panelId = (id: string, name: string) => `${id}-panel-${name}`;

/** Tabs as the ARIA pattern has them: one stop for the Tab key, arrows, Home and End walk and choose. */
export function TabList<Name extends string>({
  id,
  label,
  names,
  chosen,
  onChoose,
  children,
}: TabListProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    // From the tab that has the focus: the choice that follows it may still be on its way.
    const focused = names.findIndex((name) => tabId(id, name) === document.activeElement?.id);
    const to = moved(event.key, focused < 0 ? names.indexOf(chosen) : focused, names.length);
    const name = to === null ? undefined : names[to];
    if (!name) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(id, name))}`)?.focus();
    onChoose(name);
  };
  return (
    <div
      ref={list}
      role="tablist"
      tabIndex={-1}
      aria-label={label}
      className={`${classes.tabs} no-print`}
      onKeyDown={walk}
    >
      {names.map((name) => (
        <button
          key={name}
          id={tabId(id, name)}
          type="button"
          role="tab"
          className={classes.tab}
          aria-selected={name === chosen}
          aria-controls={name === chosen ? panelId(id, name) : undefined}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {children(name)}
        </button>
      ))}
    </div>
  );
}
