import type { Floor, Queue } from './floor';

type Seen = Pick<Floor, 'agents'>;

/** What holds a place of a queue: the agent, or the team they are in where a team holds one place (P03). */
export function placeOf(floor: Seen, queue: Pick<Queue, 'places'> | undefined, agent: string): string {
  const team = queue?.places === 'each_team' ? floor.agents[agent]?.team ?? null : null;
  return team === null ? `agent ${agent}` : `team ${team}`;
}

/** The agents of a queue by the places they hold: places as their first agents stand, agents as they stand. */
export function placesOf(floor: Seen, queue: Pick<Queue, 'places'> | undefined, agents: readonly string[]): readonly (readonly string[])[] {
  const places = new Map<string, string[]>();
  for (const agent of agents) {
    const place = placeOf(floor, queue, agent);
    const members = places.get(place);
    if (members) members.push(agent);
    else places.set(place, [agent]);
  }
  return [...places.values()];
}

/**
 * After how many turns an agent's own comes, the next being the first: places take turns, and within a place its agents
 * do. Null for who is not in the line.
 */
export function turnsUntil(floor: Seen, queue: Queue | undefined, line: readonly string[], agent: string): number | null {
  const places = placesOf(floor, queue, line);
  const place = places.findIndex((members) => members.includes(agent));
  return place < 0 ? null : (places[place]?.indexOf(agent) ?? 0) * places.length + place + 1;
}
