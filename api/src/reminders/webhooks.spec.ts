import { createHmac } from 'node:crypto';
import type { NoticesView, WebhookSaved, WebhookView } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import { FollowUpClock } from '../follow-up/follow-up-clock';
import { DueWork } from '../jobs/due-work';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { deliveryWork, heldFor } from './deliveries';
import { NewReminders } from './new-reminders';
import { receiver, type Received, type Receiver } from './testing/receiver';

const minute = 60_000;
const path = '/reminders/webhook';

/** Customers may be called at any hour, so that a follow-up is overdue as its day is over. */
const calledAtNight = layOver(presets.standard, { id: 'night', name: { zh: '夜间', en: 'At night' }, values: { phone: { quiet_hours: null } } });

describeOnBothDatabases('reminders by webhook', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let there: Receiver;
  let offices = 0;

  const looks = async () => {
    await test.app.get(NewReminders, { strict: false }).allDue();
    await delivers();
  };
  /** Waits for who is at it, and answers how many have arrived meanwhile. */
  const delivers = async () => {
    const before = there.received.length;
    await test.app.get(DueWork, { strict: false }).settled(deliveryWork);
    return there.received.length - before;
  };
  const set = async (body: object, who = 'admin') => (await office.as(who)).put(office.at(path), body);
  const view = async () => granted<WebhookView>(await (await office.as('admin')).get(office.at(path)));
  const called = async (phone: string) => granted(await office.does('desk', '/calls', { phone, says: { firstVisit: 'unclear' } }));
  /** A call of wang's whose call-back is overdue. */
  const overdue = async (phone = '13800000001') => {
    await called(phone);
    office.sets('2025-05-20', '00:10');
  };

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    offices += 1;
    there = await receiver();
    test.clock.set('2025-05-12T10:00:00+08:00');
    office = await everybodyIn(test, { called: `hook${offices}`, policy: calledAtNight, agents: ['wang', 'li'] });
    test.clock.advance(minute);
  });
  afterEach(async () => {
    await there.stop();
    expect(await office.verification()).toMatchObject(untouched);
    // What this office has left may not reach the next one's receiver.
    await test.transactions.transaction(async (tx) => {
      await tx.run("UPDATE webhook_outlet SET is_on = 0 WHERE office_id = ?", [office.id]);
      await tx.run("UPDATE reminder SET state = 'withdrawn', next_try_at = NULL WHERE office_id = ? AND state = 'waiting'", [office.id]);
    });
  });

  it('post what became due once, signed, with ids and codes only', async () => {
    const { secret, view: saved } = granted<WebhookSaved>(await set({ url: there.url, on: true }));
    expect(saved).toMatchObject({ outlet: { url: there.url, on: true }, deliveries: [] });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(granted<WebhookSaved>(await set({ url: there.url, on: true })).secret).toBeNull();
    await overdue();
    await Promise.all([looks(), looks()]);
    await looks();
    expect(there.received).toHaveLength(1);
    const [{ headers, text, body } = { headers: {} as Received['headers'], text: '', body: null }] = there.received;
    const bell = granted<NoticesView>(await (await office.as('wang')).get(office.at('/notices'))).notices.find(({ kind }) => kind === 'follow_up_overdue');
    expect(body).toEqual({ id: headers['lunjie-id'], kind: 'follow_up_overdue', office: office.id, person: office.idOf('wang'), notice: bell?.id, at: bell?.at });
    expect(text).not.toMatch(/138|0001|wang|客户|先生|女士/);
    expect(headers['lunjie-timestamp']).toBe(String(test.clock.now() / 1000));
    expect(headers['lunjie-signature']).toBe(`v1=${createHmac('sha256', secret ?? '').update(`${test.clock.now() / 1000}.${text}`).digest('hex')}`);
    expect((await view()).deliveries).toMatchObject([{ id: body?.id, kind: 'follow_up_overdue', to: `hook${offices}-wang`, state: 'delivered', tries: 1, nextTryAt: null, fault: null }]);
  });

  it('tell what comes, not what stood when the outlet was opened', async () => {
    await overdue();
    granted(await set({ url: there.url, on: true }));
    await looks();
    expect([there.received, (await view()).deliveries]).toEqual([[], []]);
    test.clock.advance(24 * 60 * minute);
    await looks();
    // A day later it reaches the supervisor: that is news.
    await test.app.get(FollowUpClock, { strict: false }).allDue();
    await looks();
    expect(there.received.map(({ body }) => [body.kind, body.person])).toEqual([['follow_up_overdue_of', office.idOf('supervisor')]]);
  });

  it('try again ever more seldom under the same id, and say so when they give up', async () => {
    granted(await set({ url: there.url, on: true }));
    there.answers(500);
    await overdue();
    await looks();
    for (const [tries, wait] of [1, 5, 30, 120, 360].entries()) {
      const { deliveries: [waiting] } = await view();
      expect(waiting).toMatchObject({ state: 'waiting', tries: tries + 1, fault: 'refused', nextTryAt: test.clock.now() + wait * minute });
      test.clock.advance(wait * minute - 1);
      expect(await delivers()).toBe(0);
      test.clock.advance(1);
      expect(await delivers()).toBe(1);
    }
    expect((await view()).deliveries).toMatchObject([{ state: 'given_up', tries: 6, fault: 'refused' }]);
    expect(new Set(there.received.map(({ headers }) => headers['lunjie-id'])).size).toBe(1);
    expect(there.received).toHaveLength(6);
    office.sets('2025-05-20', '09:00');
    const bell = async (who: string) => granted<NoticesView>(await (await office.as(who)).get(office.at('/notices'))).notices.filter(({ kind }) => kind === 'webhook_given_up');
    expect([await bell('admin'), await bell('manager')]).toMatchObject([[{ count: 1, open: true }], []]);
    there.answers(204);
    granted(await office.does('admin', `${path}/test`));
    expect(await bell('admin')).toEqual([]);
  });

  it('are sent again where whoever sent them died before saying so, and only then', async () => {
    granted(await set({ url: there.url, on: true }));
    await overdue();
    await test.app.get(NewReminders, { strict: false }).allDue();
    await delivers();
    // As a process leaves it that dies between the sending and the mark.
    await test.transactions.transaction((tx) => tx.run("UPDATE reminder SET state = 'waiting', settled_at = NULL, next_try_at = ? WHERE office_id = ?", [test.clock.now() + heldFor, office.id]));
    expect(await delivers()).toBe(0);
    test.clock.advance(heldFor);
    expect(await delivers()).toBe(1);
    expect(there.received.map(({ body }) => body.id)).toEqual([there.received[0]?.body.id, there.received[0]?.body.id]);
  });

  it('are taken back where they no longer hold before anybody tried, and told where they hold again', async () => {
    granted(await set({ url: there.url, on: true }));
    await overdue();
    const rows = async () => (await view()).deliveries.map(({ state }) => state);
    await looks();
    const waits = await test.transactions.read((reading) => reading.run<{ id: string }>("SELECT id FROM reminder WHERE office_id = ?", [office.id]));
    await test.transactions.transaction((tx) => tx.run("UPDATE reminder SET state = 'waiting', tries = 0, settled_at = NULL, next_try_at = ? WHERE id = ?", [test.clock.now() + minute, waits.rows[0]?.id]));
    const before = there.received.length;
    const hides = (done: number | null) => test.transactions.transaction((tx) => tx.run('UPDATE follow_up_task SET done_at = ? WHERE office_id = ?', [done, office.id]));
    await hides(1);
    await test.app.get(NewReminders, { strict: false }).allDue();
    expect(await rows()).toEqual(['withdrawn']);
    await hides(null);
    await looks();
    expect([await rows(), there.received.length - before]).toEqual([['delivered'], 1]);
  });

  it('follow no redirect, believe no silence, and take any 2xx for an arrival', async () => {
    granted(await set({ url: there.url, on: true }));
    const tests = async () => granted<WebhookView>(await office.does('admin', `${path}/test`)).deliveries[0];
    const elsewhere = await receiver();
    for (const status of [301, 302, 303, 307, 308]) {
      there.answers(status, { location: elsewhere.url });
      expect(await tests()).toMatchObject({ kind: 'test', state: 'given_up', tries: 1, fault: 'redirected' });
    }
    expect(elsewhere.received).toEqual([]);
    await elsewhere.stop();
    there.answers(200, {}, 'x'.repeat(1_000_000));
    expect(await tests()).toMatchObject({ state: 'delivered', fault: null });
    there.answers(400);
    expect(await tests()).toMatchObject({ state: 'given_up', fault: 'refused' });
    await there.stop();
    expect(await tests()).toMatchObject({ state: 'given_up', fault: 'unreachable' });
    there = await receiver();
  });

  it('send a repeated test once, and none where the outlet is off or missing', async () => {
    expect(refusal(await office.does('admin', `${path}/test`))).toEqual([404, 'webhook_missing']);
    expect(refusal(await office.does('admin', `${path}/secret`))).toEqual([404, 'webhook_missing']);
    granted(await set({ url: there.url, on: true }));
    await Promise.all([1, 2, 3].map(() => office.does('admin', `${path}/test`, {}, 'the-same-test')));
    expect(there.received).toHaveLength(1);
    granted(await set({ url: there.url, on: false }));
    expect(refusal(await office.does('admin', `${path}/test`))).toEqual([409, 'webhook_is_off']);
    await overdue();
    await looks();
    expect(there.received).toHaveLength(1);
  });

  it('are signed anew by a renewed secret, and every change is in the audit without the address', async () => {
    const first = granted<WebhookSaved>(await set({ url: there.url, on: true })).secret;
    const second = granted<WebhookSaved>(await office.does('admin', `${path}/secret`)).secret ?? '';
    expect(second).not.toBe(first);
    granted(await office.does('admin', `${path}/test`));
    const [{ headers, text } = { headers: {} as Received['headers'], text: '' }] = there.received;
    expect(headers['lunjie-signature']).toBe(`v1=${createHmac('sha256', second).update(`${String(headers['lunjie-timestamp'])}.${text}`).digest('hex')}`);
    const { rows } = await test.transactions.read((reading) => reading.run<{ kind: string; data: string }>("SELECT kind, data FROM audit_entry WHERE office_id = ? AND kind LIKE 'webhook%' ORDER BY at, id", [office.id]));
    expect(rows.map(({ kind }) => kind)).toEqual(['webhook_changed', 'webhook_secret_renewed']);
    expect(rows[0]?.data).toContain(new URL(there.url).host);
    expect(JSON.stringify(rows)).not.toContain('key=1');
    const { rows: kept } = await test.transactions.read((reading) => reading.run<{ answer: string }>('SELECT answer FROM idempotency_key WHERE office_id = ?', [office.id]));
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${first}|${second}`));
  });
}, { config: { webhookAllowPrivate: true } });
