import { createTheme, type MantineColorsTuple } from "@mantine/core";

const teal: MantineColorsTuple = [
  "#e7f4f2",
  "#cfe7e4",
  "#a1d0ca",
  "#6fb8af",
  "#479f96",
  "#2c8b82",
  "#177a71",
  "#0b6961",
  "#075a53",
  "#044a44",
];

const dark: MantineColorsTuple = [
  "#dbe3e2",
  "#b9c4c3",
  "#93a1a0",
  "#667574",
  "#445150",
  "#34403f",
  "#273231",
  "#182120",
  "#121918",
  "#0c1211",
];

const gray: MantineColorsTuple = [
  "#f6f8f8",
  "#eef2f1",
  "#e2e8e7",
  "#d3dbda",
  "#bcc7c6",
  "#94a2a0",
  "#6b7a78",
  "#4f5d5b",
  "#354240",
  "#1d2726",
];

/** Four sizes of type, an 8 px grid, one accent. Red, amber and blue are the severities' alone (global.css). */
export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  colors: { teal, dark, gray },
  black: "#14201f",
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.875rem", lg: "1.125rem", xl: "1.75rem" },
  lineHeights: { xs: "1.333", sm: "1.4286", md: "1.4286", lg: "1.333", xl: "1.1429" },
  spacing: { xs: "0.25rem", sm: "0.5rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  defaultRadius: "md",
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "10px", xl: "16px" },
  headings: {
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "2rem" },
      h2: { fontSize: "1.125rem", lineHeight: "1.5rem" },
      h3: { fontSize: "0.875rem", lineHeight: "1.25rem" },
    },
  },
  cursorType: "pointer",
});
