/** How large all reference tables of a ruleset may be together. */
export const mostTablesBytes = 32 * 1024 * 1024;
