/** Where the choice is kept. */
export const schemeKey = "color-scheme";
export const darkQuery = "(prefers-color-scheme: dark)";

/** Runs before the first paint: the scheme that the reader chose here, else the system's. */
export const firstPaintScript = `(()=>{let s;try{s=localStorage.getItem("${schemeKey}")}catch{}
document.documentElement.dataset.colorScheme=s==="dark"||(s!=="light"&&matchMedia("${darkQuery}").matches)?"dark":"light"})()`;
