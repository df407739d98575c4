/** A command of the built api: gets its own arguments, answers the exit status. */
export type Command = (args: readonly string[]) => Promise<number>;

/** Commands by the name given after `main.mjs`. */
export const commands: Readonly<Record<string, Command>> = {};
