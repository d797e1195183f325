/** How large a reference table may be. */
export const mostTableBytes = 8 * 1024 * 1024;
export const mostTableRows = 100_000;

/** How large all tables of a ruleset may be together. */
export const mostTablesBytes = 32 * 1024 * 1024;
