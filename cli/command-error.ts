/** The command could not be carried out. Its message is one line for a person; the exit code is 2. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
