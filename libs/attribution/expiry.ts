/** An agent who could be given a customer whose claim expired. */
export interface Candidate {
  readonly id: string;
  /** Claims in force. */
  readonly claims: number;
}

/**
 * Who is given a customer where expiry reassigns (P69): the agent with the fewest claims in force, of equals the first on
 * the roster, never the one who lost them. Null where there is nobody else.
 * @param agents active agents in roster order
 */
export function nextHolder(agents: readonly Candidate[], previous: string): string | null {
  const [next] = agents.filter(({ id }) => id !== previous).toSorted((one, other) => one.claims - other.claims);
  return next?.id ?? null;
}
