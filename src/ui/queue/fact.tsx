import type { ReactNode } from "react";
import panel from "../panel.module.css";

/** One figure with its name, and what it is made of. */
export function Fact({ name, value, notes = [] }: { name: string; value: ReactNode; notes?: string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {notes.map((note) => (
          <span key={note} className={panel.note}>
            {note}
          </span>
        ))}
      </dd>
    </div>
  );
}
