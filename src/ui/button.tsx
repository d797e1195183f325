import type { ComponentProps, ReactNode } from "react";
import classes from "./button.module.css";

interface Look {
  /** The one thing to do here; an ordinary choice; a choice beside a text. */
  look?: "main" | "plain" | "bare";
  icon?: ReactNode;
}

type ButtonProps = Look & ComponentProps<"button"> & { busy?: boolean };

/** The browser's own button in the theme's colours: the library's costs every page 12 kB. */
export function Button({
  look = "plain",
  icon,
  busy = false,
  disabled,
  className = "",
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={`${classes.button} ${className}`}
      data-look={look}
      aria-busy={busy}
      disabled={disabled || busy}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}

/** A link that looks like a button: it leads to a file. */
export function ButtonLink({
  look = "plain",
  icon,
  className = "",
  children,
  ...rest
}: Look & ComponentProps<"a">) {
  return (
    <a className={`${classes.button} ${className}`} data-look={look} {...rest}>
      {icon}
      {children}
    </a>
  );
}
