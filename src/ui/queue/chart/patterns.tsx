const lines = ["M0 0H6V6H0Z", "M0 6L6 0M-1 1L1 -1M5 7L7 5", "M0 0L6 6M-1 5L1 7M5 -1L7 1", "M0 3H6", "M3 0V6"];

/** What bars are filled with, so that no series is told from another by colour alone: full, then four hatchings. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {lines.map((path, order) => (
        <pattern key={path} id={`${id}-${order}`} width={6} height={6} patternUnits="userSpaceOnUse">
          <path
            d={path}
            fill={order === 0 ? "currentColor" : "none"}
            stroke="currentColor"
            strokeWidth={order === 0 ? 0 : 1.5}
          />
        </pattern>
      ))}
    </defs>
  );
}

export function fillOf(id: string, order: number): string {
  return `url(#${id}-${order % lines.length})`;
}
