import { publishedAtOnce, sightOf, tallyOf, type CheckReader } from '@lunjie/checks';
import type { CheckListItem, ChecksView, CheckView, FindingCorrection, FindingView, PersonRef } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Reading } from '../platform/database/tx';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import { Register } from '../register/register';
import { Staff } from '../staff/staff';
import { broughtEntryOf, standingOf, storedChecks, type StoredCheck } from './stored-checks';

type Sealed = ReadonlyMap<number, Readonly<Record<string, unknown>>>;

const textOf = (value: unknown): string | null => typeof value === 'string' ? value : null;

/** Checks for whoever may know of them: what is hidden is not there (`sightOf`). */
@Injectable()
export class CheckViews {
  constructor(
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly register: Register,
    private readonly staff: Staff,
  ) {}

  /** Newest first, of the office's last 200. */
  list(officeId: string, reader: CheckReader): Promise<ChecksView> {
    return this.transactions.read(async (reading) => {
      const { checks } = (await this.floors.now(reading, officeId)).rules.policy.values;
      const enters = checks.entered_by.some((role) => reader.roles.includes(role));
      return { checks: await this.of(reading, officeId, reader, checks, null), list: enters ? listOf(checks) : null, atOnce: publishedAtOnce(reader.roles, checks) };
    });
  }

  /** @throws Problem 404 `check_not_found`, also for whom it is hidden from */
  view(officeId: string, reader: CheckReader, id: string): Promise<CheckView> {
    return this.transactions.read(async (reading) => {
      const { checks } = (await this.floors.now(reading, officeId)).rules.policy.values;
      const [check] = await this.of(reading, officeId, reader, checks, id);
      if (!check) throw new Problem('check_not_found', 404);
      return check;
    });
  }

  private async of(reading: Reading, officeId: string, reader: CheckReader, values: PolicyValues['checks'], id: string | null): Promise<readonly CheckView[]> {
    const seen = (await storedChecks(reading, officeId, id)).flatMap((check) => {
      const sight = sightOf(reader, { isPublished: check.published !== null, agents: check.body.agents });
      return sight === 'nothing' ? [] : [{ check, sight }];
    });
    const sealed = await this.register.personalOf(reading, officeId, seen.flatMap(({ check }) => [check.entry, ...check.corrections.map(({ entry }) => entry)]));
    const names = new Map((await this.staff.people(reading, officeId)).map(({ id: person, name }) => [person, name]));
    return seen.map(({ check, sight }) => viewOf(check, { reader, sight, sealed, values, person: (who) => ({ id: who, name: names.get(who) ?? '' }) }));
  }
}

interface Look {
  readonly reader: CheckReader;
  readonly sight: 'all' | 'own';
  readonly sealed: Sealed;
  readonly values: PolicyValues['checks'];
  readonly person: (id: string) => PersonRef;
}

function viewOf(check: StoredCheck, look: Look): CheckView {
  const { reader, sight, sealed, person } = look;
  const isMine = (agent: string | null): boolean => sight === 'all' || agent === null || agent === reader.id;
  const findings = check.body.findings.map((_, number) => findingOf(check, number, look)).filter(({ agent }) => isMine(agent?.id ?? null));
  return {
    id: check.id, kind: check.kind, place: check.body.place, checkedAt: check.checkedAt, at: check.at, by: check.by, entry: check.entry, published: check.published, findings,
    agents: check.body.agents.filter(isMine).map(person), remarks: sight === 'all' ? textOf(sealed.get(check.entry)?.['remarks']) : null, ...tallyOf(findings.map(({ now }) => now)), may: mayOf(check, look),
  };
}

function findingOf(check: StoredCheck, number: number, { sealed, person }: Look): FindingView {
  const finding = check.body.findings[number];
  const now = standingOf(check, number);
  if (!finding || !now) throw new Error(`check ${check.id} has no finding ${number}`);
  const findings = sealed.get(check.entry)?.['findings'];
  const corrections = check.corrections.filter((one) => one.number === number).map(({ at, by, entry, result, brings }): FindingCorrection => ({ at, by, entry, result, brings, words: textOf(sealed.get(entry)?.['words']) }));
  const { item, text, clause, result, brings, agent } = finding;
  return {
    number, item, text, clause, result, brings, agent: agent === null ? null : person(agent), words: Array.isArray(findings) ? textOf((findings[number] as { readonly words?: unknown } | undefined)?.words) : null, corrections, now: { result: now.result, brings: now.brings, slip: now.slip },
    brought: broughtEntryOf(check, number),
  };
}

function mayOf({ published, body }: StoredCheck, { reader, sight, values }: Look): CheckView['may'] {
  if (sight !== 'all' || body.agents.includes(reader.id)) return [];
  const publishes = values.published_by.some((role) => reader.roles.includes(role));
  if (published) return publishes ? ['correct'] : [];
  return [...publishes ? ['publish' as const] : [], ...values.entered_by.some((role) => reader.roles.includes(role)) ? ['correct' as const] : []];
}

function listOf({ items, places }: PolicyValues['checks']): NonNullable<ChecksView['list']> {
  return { places: places.map(({ id, zh, en }) => ({ id, text: { zh, en } })), items: items.map(({ id, zh, en, clause, kinds }): CheckListItem => ({ id, text: { zh, en }, clause, kinds })) };
}
