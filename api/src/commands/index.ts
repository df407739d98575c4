/** A command of the built api: gets its own arguments, answers the exit status. */
export type Command = (args: readonly string[]) => Promise<number>;

/** Commands by the name given after `main.mjs`; each is loaded when it is called. */
export const commands: Readonly<Record<string, Command>> = {
  'draw:verify': async (args) => (await import('./draw-verify')).drawVerify(args),
  found: async (args) => (await import('./found')).found(args),
  generate: async (args) => (await import('./generate')).generate(args),
  'scan-due': async () => (await import('./scan-due')).scanDue(),
  scenarios: async (args) => (await import('./scenarios')).scenarios(args),
  verify: async () => (await import('./verify')).verify(),
};
