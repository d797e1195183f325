import type { ReactNode } from "react";
import buttonClasses from "../../button.module.css";
import classes from "./editor.module.css";

interface FileButtonProps {
  label: string;
  /** What a screen reader says, when the label alone does not tell. */
  about?: string;
  accept: string;
  icon: ReactNode;
  disabled?: boolean;
  onFile: (file: File) => void;
}

/** The browser's own file input in a button's clothes: keyboard and screen reader come with it. */
export function FileButton({ label, about, accept, icon, disabled = false, onFile }: FileButtonProps) {
  return (
    <label className={`${buttonClasses.button} ${classes.file}`} data-look="plain">
      {icon}
      {label}
      <input
        type="file"
        accept={accept}
        aria-label={about}
        disabled={disabled}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
