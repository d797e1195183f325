/** What PostgreSQL (SQLSTATE), Prisma and the system call a database server that is away, starting, stopping or out of connections. */
const awayCodes =
  /^(08\w{3}|57P0[1-4]|53300|P1001|P1002|P1008|P1017|P2024|P2028|P2037|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
/** node-postgres has no code for these. */
const awayWords = /^(Connection terminated|timeout exceeded when trying to connect)/;
const ofDatabase = /^(PrismaClient|DriverAdapterError)|[\\/]node_modules[\\/](pg|pg-pool|@prisma)[\\/]/m;

/** Whether a request failed because the database server did not answer, which a moment later it may. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (awayWords.test(at.message)) return true;
    if ("code" in at && awayCodes.test(String(at.code)) && ofDatabase.test(`${at.name}\n${at.stack}`))
      return true;
  }
  return false;
}
