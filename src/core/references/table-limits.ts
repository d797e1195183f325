/**
 * How large all reference tables of a ruleset may be together: they lie in the memory of the thread that validates, in 128 MB
 * with all else.
 */
export const mostTablesBytes = 16 * 1024 * 1024;
/** Rows times columns, over all tables. */
export const mostTablesCells = 2_000_000;
