export const priorities = ["high", "normal", "low"] as const;
export type Priority = (typeof priorities)[number];

/** What the row holds: 1 is the most urgent. */
export const priorityNumbers: Record<Priority, number> = { high: 1, normal: 2, low: 3 };

/** How far a run of each class moves its owner's next one of that class back. */
export const turnCosts: Record<Priority, number> = { high: 1, normal: 8, low: 64 };

export function priorityOf(number: number): Priority {
  return priorities[number - 1] ?? "normal";
}
