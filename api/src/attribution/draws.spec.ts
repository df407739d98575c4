import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { DrawRecord, DrawsPage, DrawView, EmploymentTies, RedistributionPreview } from '@lunjie/contracts';
import { drawFrom, faultOfDraw } from '@lunjie/register';
import { drawVerify } from '../commands/draw-verify';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, refusal, untouched } from '../reception/testing/sales-office';
import { claimedOffice, type ClaimedOffice } from './testing/claimed-office';

describeOnBothDatabases('giving the customers of who goes to others (S3-34)', (open) => {
  let test: TestApp;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  const start = (attribution: Parameters<typeof claimedOffice>[2]['attribution'] = {}, more: Parameters<typeof claimedOffice>[2] = {}): Promise<ClaimedOffice> =>
    claimedOffice(test, `draw${offices += 1}`, { attribution, ...more });
  const preview = async ({ office }: ClaimedOffice, request: object): Promise<RedistributionPreview> => granted(await office.does('manager', '/draws/preview', request));
  const published = async (claimed: ClaimedOffice, request: object, more: object = {}): Promise<DrawView> => {
    const { listHash } = await preview(claimed, request);
    return granted(await claimed.office.does('manager', '/draws', { ...request, listHash, ...more }));
  };
  const owners = async (claimed: ClaimedOffice, customers: readonly string[]): Promise<readonly (string | null)[]> => Promise.all(customers.map((customer) => claimed.ownerOf(customer)));
  const graded = async (customers: readonly string[], grade: string): Promise<void> => {
    for (const customer of customers) await test.dataSource.query(`UPDATE customer SET grade = '${grade}' WHERE id = '${customer}'`);
  };

  it('previews, publishes the list, draws once, and anybody recomputes it from the record', async () => {
    const claimed = await start();
    const { office } = claimed;
    const customers = await claimed.owned('wang', 11);
    await graded(customers.slice(0, 4), 'A');
    await graded(customers.slice(4, 9), 'B');
    const ties = granted<EmploymentTies>(await (await office.as('manager')).get(office.at(`/people/${office.idOf('wang')}/ties`)));
    expect(ties).toMatchObject({ openClaims: 11, redistribution: { long_leave: 'random', transferred: 'random', left: 'random' } });
    const request = { from: office.idOf('wang'), reason: 'left' };
    const before = await preview(claimed, request);
    expect(before).toMatchObject({
      method: 'random', assignments: [], shares: [{ grade: 'A', customers: 4, least: 1, most: 2 }, { grade: 'B', customers: 5, least: 1, most: 2 }, { grade: '-', customers: 2, least: 0, most: 1 }],
    });
    expect(before.customers).toHaveLength(ties.openClaims);
    expect(before.agents.map(({ id }) => office.nameOf(id)).toSorted()).toEqual(['chen', 'li', 'zhao']);

    const { draw, record } = await published(claimed, request);
    expect(draw).toMatchObject({ state: 'published', method: 'random', customers: 11, doneAt: null });
    expect([record?.seed, record?.drawn, record && faultOfDraw(record)]).toEqual([null, null, 'not_drawn']);
    expect(new Set(await owners(claimed, customers))).toEqual(new Set(['wang']));
    expect((await office.entries()).at(-1)).toMatchObject({ kind: 'draw_published', content: { listHash: draw.listHash, customers: 11 } });

    test.clock.advance(1_000);
    const key = randomUUID();
    const drawn = granted<DrawView>(await office.does('manager', `/draws/${draw.id}/draw`, {}, key));
    expect(drawn.draw).toMatchObject({ state: 'done', listHash: draw.listHash });
    expect((await office.does('manager', `/draws/${draw.id}/draw`, {}, key)).json()).toEqual(drawn);
    expect(refusal(await office.does('manager', `/draws/${draw.id}/draw`))).toEqual([409, 'draw_not_open']);
    expect(drawn.customers.every(({ moved }) => moved)).toBe(true);
    expect(await owners(claimed, drawn.customers.map(({ id }) => id))).toEqual(drawn.customers.map(({ agent }) => office.nameOf(agent?.id)));
    for (const grade of ['A', 'B', '-']) {
      const shares = ['li', 'zhao', 'chen'].map((agent) => drawn.customers.filter((customer) => customer.grade === grade && office.nameOf(customer.agent?.id) === agent).length);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }
    const kept = granted<DrawRecord>(await (await office.as('auditor')).get(office.at(`/draws/${draw.id}/record`)));
    expect(faultOfDraw(kept)).toBeNull();
    expect(drawFrom(kept.list, kept.seed ?? '')).toEqual(kept.result);
    expect(JSON.stringify(kept)).not.toMatch(/客户\d/);
    expect(await office.verification()).toMatchObject(untouched);

    const folder = mkdtempSync(join(tmpdir(), 'lunjie-draw-'));
    const [file, altered] = [join(folder, 'draw.json'), join(folder, 'altered.json')];
    writeFileSync(file, JSON.stringify(kept));
    writeFileSync(altered, JSON.stringify({ ...kept, result: kept.result.map((each, index) => index === 0 ? { ...each, agent: office.idOf('wang') } : each) }));
    let said = '';
    try {
      expect(await drawVerify([file], (text) => void (said += text))).toBe(0);
      expect(await drawVerify([file, altered], (text) => void (said += text))).toBe(1);
      expect(await drawVerify([join(folder, 'absent.json')], () => undefined)).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(said).toContain(`11 customers among 3 agents, recomputed from seed ${kept.seed ?? '?'}`);
    expect(said).toContain('list and seed give another result');
    expect(said).toContain('1 of 2 draws hold');
  });

  it('is refused where the list is another by now, and leaves whom another agent has meanwhile', async () => {
    const claimed = await start();
    const { office } = claimed;
    const [first = '', ...others] = await claimed.owned('wang', 4);
    const request = { from: office.idOf('wang'), reason: 'long_leave', among: [office.idOf('li'), office.idOf('zhao')] };
    const { listHash } = await preview(claimed, request);
    others.push(...await claimed.owned('wang', 1));
    expect(refusal(await office.does('manager', '/draws', { ...request, listHash }))).toEqual([409, 'draw_list_moved']);
    const { draw } = await published(claimed, request);
    await claimed.handsOver([first], 'chen');
    const drawn = granted<DrawView>(await office.does('manager', `/draws/${draw.id}/draw`));
    expect(drawn.customers.filter(({ moved }) => !moved).map(({ id }) => id)).toEqual([first]);
    expect(await claimed.ownerOf(first)).toBe('chen');
    expect(new Set(await owners(claimed, others))).toEqual(new Set(['li', 'zhao']));
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('keeps a list that was given up, with the reason sealed', async () => {
    const claimed = await start();
    const { office } = claimed;
    const customers = await claimed.owned('wang', 2);
    const { draw } = await published(claimed, { from: office.idOf('wang'), reason: 'left' });
    expect(granted<DrawView>(await office.does('manager', `/draws/${draw.id}/cancel`, { reason: '王敏不走了' })).draw.state).toBe('cancelled');
    expect(refusal(await office.does('manager', `/draws/${draw.id}/draw`))).toEqual([409, 'draw_not_open']);
    expect(refusal(await office.does('manager', `/draws/${draw.id}/cancel`, { reason: ' ' }))).toEqual([400, 'invalid_request']);
    expect(new Set(await owners(claimed, customers))).toEqual(new Set(['wang']));
    expect(JSON.stringify(await office.entries())).not.toContain('王敏不走了');
    const page = granted<DrawsPage>(await (await office.as('li')).get(office.at('/draws')));
    expect(page).toMatchObject({ draws: [{ id: draw.id, state: 'cancelled' }], next: null });
  });

  it('follows the manager\'s own distribution, the line or the pool where the rules say so', async () => {
    const manual = await start({ agent_leave_method: 'manual' });
    const [a = '', b = ''] = await manual.owned('wang', 2);
    const request = { from: manual.office.idOf('wang'), reason: 'left' };
    const { listHash } = await preview(manual, request);
    const give = (customer: string, agent: string) => ({ customer, agent: manual.office.idOf(agent) });
    for (const assignments of [[], [give(a, 'li')], [give(a, 'li'), give(b, 'wang')], [give(a, 'li'), give(b, 'li'), give(b, 'zhao')]]) {
      expect(refusal(await manual.office.does('manager', '/draws', { ...request, listHash, assignments }))).toEqual([422, 'assignments_incomplete']);
    }
    expect((await published(manual, request, { assignments: [give(a, 'li'), give(b, 'chen')] })).draw).toMatchObject({ state: 'done', method: 'manual' });
    expect(await owners(manual, [a, b])).toEqual(['li', 'chen']);

    const rotation = await start({ agent_transfer_method: 'rotation' });
    const moved = await rotation.owned('wang', 6);
    const seen = await preview(rotation, { from: rotation.office.idOf('wang'), reason: 'transferred' });
    await published(rotation, { from: rotation.office.idOf('wang'), reason: 'transferred' });
    expect(await owners(rotation, seen.assignments.map(({ customer }) => customer))).toEqual(seen.assignments.map(({ agent }) => rotation.office.nameOf(agent)));
    expect(['li', 'zhao', 'chen'].map((agent) => seen.assignments.filter((each) => rotation.office.nameOf(each.agent) === agent).length)).toEqual([2, 2, 2]);

    const pool = await start({ agent_leave_method: 'pool' }, { pool: { who: 'agents' } });
    await pool.owned('wang', 3);
    await published(pool, { from: pool.office.idOf('wang'), reason: 'left' });
    expect(granted<{ customers: unknown[] }>(await (await pool.office.as('li')).get(pool.office.at('/pool'))).customers).toHaveLength(3);
    for (const each of [manual, rotation, pool]) expect(await each.office.verification()).toMatchObject(untouched);
    expect(moved).toHaveLength(6);
  });

  it('refuses what cannot be given, and who may not', async () => {
    const claimed = await start({ agent_transfer_method: 'keeps', agent_leave_threshold: { amount: 1, unit: 'month' } });
    const { office } = claimed;
    const from = office.idOf('wang');
    expect(refusal(await office.does('manager', '/draws/preview', { from, reason: 'left' }))).toEqual([409, 'nothing_to_give']);
    await claimed.owned('wang', 1);
    expect(refusal(await office.does('manager', '/draws/preview', { from, reason: 'transferred' }))).toEqual([409, 'customers_are_kept']);
    expect(refusal(await office.does('manager', '/draws/preview', { from, reason: 'left', among: [from] }))).toEqual([422, 'not_an_agent_here']);
    expect(refusal(await office.does('manager', '/draws/preview', { from: randomUUID(), reason: 'left' }))).toEqual([404, 'person_not_found']);
    expect(refusal(await office.does('supervisor', '/draws/preview', { from, reason: 'left' }))).toEqual([403, 'not_permitted']);
    expect(refusal(await (await office.as('li')).get(office.at(`/draws/${randomUUID()}`)))).toEqual([404, 'draw_not_found']);
    granted(await (await office.as('manager')).patch(office.at(`/people/${from}`), { state: 'long_leave', expectedUntil: '2026-12-01' }));
    expect((await office.does('manager', '/draws/preview', { from, reason: 'long_leave' })).json()).toMatchObject({ code: 'leave_not_long', detail: expect.stringMatching(/30.*10/) });
    granted(await (await office.as('manager')).patch(office.at(`/people/${from}`), { expectedUntil: '2026-12-21' }));
    expect((await preview(claimed, { from, reason: 'long_leave' })).customers).toHaveLength(1);
  });
});

