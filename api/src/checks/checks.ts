import { randomBytes } from 'node:crypto';
import { broughtBy, faultOfCheck, publishedAtOnce, refusalOfCorrection, sightOf, type CheckReader } from '@lunjie/checks';
import type { CheckCorrectionRequest, CheckRequest, FindingOutcome, FindingSlip } from '@lunjie/contracts';
import { digestOf } from '@lunjie/register';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Penalties } from '../penalties/penalties';
import { Praises } from '../penalties/praises';
import { Ids } from '../platform/clock/ids';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Register } from '../register/register';
import { sha256 } from '../register/sha256';
import { Staff } from '../staff/staff';
import { SiteCheck, SiteCheckCorrection, type Brought, type CheckBody, type CorrectionBody } from './check.entity';
import { broughtEntryOf, standingOf, storedChecks, type StoredCheck } from './stored-checks';

interface Consequence {
  readonly agent: string;
  readonly brings: Exclude<FindingOutcome, 'nothing'>;
  readonly slip: FindingSlip | null;
  readonly reason: string;
}

/** What is said of a finding beside the register: its words, and the pay a slip takes a part of. */
interface Said {
  readonly words: string | null;
  readonly pay: Pay;
}

type Pay = Omit<FindingSlip, 'trigger' | 'severity'>;

/** Pay is nobody's business but the slip's: it lies sealed. */
function paid(slip: FindingSlip | null): { readonly slip: FindingSlip | null; readonly pay: Pay } {
  if (slip === null) return { slip, pay: {} };
  const { trigger, severity = null, ...pay } = slip;
  return { slip: { trigger, severity }, pay };
}

function saidIn(sealed: Readonly<Record<string, unknown>> | undefined): Said {
  const { words, pay } = sealed ?? {};
  return { words: typeof words === 'string' ? words : null, pay: typeof pay === 'object' && pay !== null ? pay : {} };
}

/** Salt and digest of what the register does not tell yet. */
function sealed(body: CheckBody | CorrectionBody): { readonly salt: string; readonly digest: string } {
  const salt = randomBytes(32).toString('hex');
  return { salt, digest: digestOf([{ salt, body }], sha256) };
}

/** Spot checks and mystery visits (000 §1, §11): entered, published once with what they bring, corrected by what is added. */
@Injectable()
export class Checks {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly penalties: Penalties,
    private readonly praises: Praises,
    private readonly register: Register,
  ) {}

  /**
   * Enters a check. Until it is published the entry says nothing but the digest; a spot check of somebody who publishes is
   * published by the same act. Answers the id.
   * @throws Problem 403 `check_not_yours`, `party_to_the_case` for who is among those checked, `severity_not_yours`; 422 `not_an_agent_here` and what `faultOfCheck` says
   */
  enter(write: WriteContext, reader: CheckReader, request: CheckRequest): Promise<string> {
    return this.floors.act(write, async (scene) => {
      const { values: { checks }, tables } = scene.rules.policy;
      if (!checks.entered_by.some((role) => reader.roles.includes(role))) throw new Problem('check_not_yours', 403);
      if (request.agents.includes(reader.id)) throw new Problem('party_to_the_case', 403);
      const fault = faultOfCheck(request, checks, tables.penalties, scene.now.at);
      if (fault) throw new Problem(fault.code, 422, fault.data);
      await this.mustBeAgents(scene, request.agents);
      for (const { slip } of request.findings) this.penalties.mustGrade(scene, reader.roles, slip?.severity ?? null);
      const id = await this.insert(scene, reader.id, request);
      if (publishedAtOnce(reader.roles, checks).includes(request.kind)) await this.publishWithin(scene, reader.id, id, request.findings.map(({ words, slip }) => ({ words, pay: paid(slip).pay })));
      return id;
    });
  }

  /**
   * Tells those who were checked, with every slip and praise the findings bring: one act, once.
   * @throws Problem 404 `check_not_found` (also for whom it is hidden from), 403 `check_not_yours`, `party_to_the_case`, 409 `check_published`
   */
  publish(write: WriteContext, reader: CheckReader, id: string): Promise<void> {
    return this.floors.act(write, async (scene) => {
      const check = await this.known(scene, reader, id);
      if (!scene.rules.policy.values.checks.published_by.some((role) => reader.roles.includes(role))) throw new Problem('check_not_yours', 403);
      if (check.published) throw new Problem('check_published', 409);
      await this.publishWithin(scene, reader.id, id, await this.said(scene, check));
    });
  }

  /**
   * Adds to a finding what is so. Of a published check it brings at once what the finding did not bring before.
   * @throws Problem 404 `check_not_found`, 403 `check_not_yours`, `severity_not_yours`, 422 `check_finding_unfit`, 409 `check_brought`
   */
  correct(write: WriteContext, reader: CheckReader, id: string, { number, words, result, brings, slip: asked }: CheckCorrectionRequest): Promise<void> {
    return this.floors.act(write, async (scene) => {
      const check = await this.known(scene, reader, id);
      const { values: { checks }, tables } = scene.rules.policy;
      const allowed = check.published ? checks.published_by : checks.entered_by;
      if (!allowed.some((role) => reader.roles.includes(role))) throw new Problem('check_not_yours', 403);
      if (check.body.agents.includes(reader.id)) throw new Problem('party_to_the_case', 403);
      const { slip, pay } = paid(asked);
      const body: CorrectionBody = { result, brings, slip };
      const { salt, digest } = sealed(body);
      const [now, finding] = [standingOf(check, number), check.body.findings[number]];
      if (!now || !finding) throw new Problem('check_finding_unfit', 422, { number: number + 1 });
      const agent = finding.agent;
      const hasBrought = broughtEntryOf(check, number) !== null;
      const refusal = refusalOfCorrection(now, body, { agent, hasBrought }, tables.penalties);
      if (refusal) throw new Problem(refusal, refusal === 'check_brought' ? 409 : 422, { number: number + 1 });
      this.penalties.mustGrade(scene, reader.roles, slip?.severity ?? null);
      const broughtEntry = check.published && !hasBrought && brings !== 'nothing' && agent !== null ? await this.bring(scene, reader.id, id, { agent, brings, slip: asked, reason: words }) : null;
      const entryNumber = scene.enter({
        kind: 'check_corrected', subject: id, corrects: check.published?.entry ?? check.entry, content: { number, digest, ...check.published ? { result, brings, brought: broughtEntry } : {} }, personal: { words, pay },
      });
      await scene.tx.insert(SiteCheckCorrection, [{ id: this.ids.next(), officeId: scene.officeId, checkId: id, number, at: scene.now.at, byPerson: reader.id, entryNumber, salt, body, digest, broughtEntry }]);
    });
  }

  private async insert(scene: Scene, by: string, request: CheckRequest): Promise<string> {
    const { items, places } = scene.rules.policy.values.checks;
    const place = places.find(({ id }) => id === request.place);
    const body: CheckBody = {
      place: { zh: place?.zh ?? '', en: place?.en ?? '' }, agents: [...request.agents],
      findings: request.findings.map(({ item, result, agent, brings, slip }) => {
        const listed = items.find(({ id }) => id === item);
        return { item, result, agent, brings, slip: paid(slip).slip, text: { zh: listed?.zh ?? '', en: listed?.en ?? '' }, clause: listed?.clause ?? '' };
      }),
    };
    const [id, { salt, digest }] = [this.ids.next(), sealed(body)];
    const entryNumber = scene.enter({ kind: 'check_entered', subject: id, content: { digest }, personal: { remarks: request.remarks, findings: request.findings.map(({ words, slip }) => ({ words, pay: paid(slip).pay })) } });
    await scene.tx.insert(SiteCheck, [{
      id, officeId: scene.officeId, kind: request.kind, checkedAt: request.checkedAt, at: scene.now.at, businessDate: scene.now.date, byPerson: by, entryNumber, salt, body, digest,
      publishedAt: null, publishedBy: null, publishedEntry: null, brought: null,
    }]);
    return id;
  }

  private async publishWithin(scene: Scene, by: string, id: string, said: readonly Said[]): Promise<void> {
    const check = await this.byId(scene, id);
    const findings = check.body.findings.map((finding, number) => ({ number, agent: finding.agent, now: standingOf(check, number) ?? finding }));
    const brought: Brought[] = [];
    for (const { number, agent, brings, slip } of broughtBy(findings)) {
      const { words = null, pay = {} } = said[number] ?? {};
      const reason = [check.body.findings[number]?.text.zh, words].filter(Boolean).join('：');
      brought.push({ number, entry: await this.bring(scene, by, id, { agent, brings, slip: slip && { ...slip, ...pay }, reason }) });
    }
    const { kind, checkedAt, body } = check;
    const entry = scene.enter({ kind: 'check_published', subject: id, corrects: null, content: {
      kind, checkedAt, place: body.place, agents: body.agents, brought, findings: findings.map(({ number, agent, now: { result, brings } }) => ({ number, item: body.findings[number]?.item, agent, result, brings })),
    } });
    await scene.tx.run('UPDATE site_check SET published_at = ?, published_by = ?, published_entry = ?, brought = ? WHERE id = ?', [scene.now.at, by, entry, JSON.stringify(brought), id]);
  }

  /** What was said of each finding last. */
  private async said({ tx, officeId }: Scene, { entry, body, corrections }: StoredCheck): Promise<readonly Said[]> {
    const sealedOf = await this.register.personalOf(tx, officeId, [entry, ...corrections.map((one) => one.entry)]);
    const findings = sealedOf.get(entry)?.['findings'];
    return body.findings.map((_, number) => {
      const last = corrections.findLast((one) => one.number === number);
      return saidIn(last ? sealedOf.get(last.entry) : Array.isArray(findings) ? findings[number] as Readonly<Record<string, unknown>> : undefined);
    });
  }

  /** The entry of the slip or the praise. */
  private async bring(scene: Scene, by: string, check: string, { agent, brings, slip, reason }: Consequence): Promise<number> {
    if (brings === 'praise') return this.praises.enter(scene, by, { agentId: agent, reason, of: { check } });
    const { entry } = await this.penalties.issueWithin(scene, by, { agentId: agent, trigger: slip?.trigger ?? '', reason, ...slip });
    return entry;
  }

  private async known(scene: Scene, reader: CheckReader, id: string): Promise<StoredCheck> {
    const check = await this.byId(scene, id);
    if (sightOf(reader, { isPublished: check.published !== null, agents: check.body.agents }) !== 'all') throw new Problem('check_not_found', 404);
    return check;
  }

  private async byId({ tx, officeId }: Scene, id: string): Promise<StoredCheck> {
    const [check] = await storedChecks(tx, officeId, id);
    if (!check) throw new Problem('check_not_found', 404);
    return check;
  }

  private async mustBeAgents(scene: Scene, ids: readonly string[]): Promise<void> {
    const agents = await this.staff.agents(scene.tx, scene.officeId);
    if (ids.some((id) => !agents.some((agent) => agent.id === id))) throw new Problem('not_an_agent_here', 422);
  }
}
