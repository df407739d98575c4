import type { MailChoiceView, NoticesView, RequestView } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import { DueWork } from '../jobs/due-work';
import { createApp } from '../platform/server/create-app';
import { testBegins, testConfig } from '../platform/testing/both-databases';
import { freshMariaDb, freshSqlite } from '../platform/testing/databases';
import { FixedClock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { everybodyIn, granted, refusal, type SalesOffice } from '../reception/testing/sales-office';
import { Deliveries, deliveryWork } from './deliveries';
import { NewReminders } from './new-reminders';
import { keptFor, OldReminders } from './old-reminders';
import { mostTries } from './retries';
import { mailGathers } from './reminder-rows';
import { mailServer, type MailServer } from './testing/mail-server';

/** A mail's head and its text, put together from how mail writes what is not ASCII. */
function read(text: string): { readonly head: string; readonly body: string } {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n\s+/g, ' ');
  const encoded = rest.join('\r\n\r\n');
  const quoted = (given: string) => Buffer.from(given.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8');
  const body = /transfer-encoding: base64/i.test(unfolded) ? Buffer.from(encoded, 'base64').toString('utf8') : quoted(encoded);
  const words = unfolded.replace(/\?= =\?/g, '?==?').replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'))
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, word: string) => quoted(word.replace(/_/g, ' ')));
  return { head: words, body };
}

/** Customers may be called at any hour, so that a follow-up is overdue as its day is over. */
const calledAtNight = layOver(presets.standard, { id: 'night', name: { zh: '夜间', en: 'At night' }, values: { phone: { quiet_hours: null } } });

describe.each([['SQLite', freshSqlite], ['MariaDB', freshMariaDb]] as const)('reminders by mail on %s', (_, fresh) => {
  const clock = new FixedClock(testBegins);
  let server: MailServer;
  let office: SalesOffice;
  let app: Awaited<ReturnType<typeof createApp>>;
  let offices = 0;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    server = await mailServer();
    const database = await fresh();
    drop = database.drop;
    app = await createApp({ clock, config: { ...testConfig(database.setting), mail: { smtpUrl: server.url, from: 'Lunjie <lunjie@office.example>', publicUrl: 'https://lunjie.example' } } });
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
    await drop();
  });
  beforeEach(async () => {
    offices += 1;
    server.taken.length = 0;
    server.refuses(false);
    clock.set('2025-05-12T10:00:00+08:00');
    const test = { app, clock, transactions: app.get(Transactions), inject: (request) => app.inject(request) } as Parameters<typeof everybodyIn>[0];
    office = await everybodyIn(test, { called: `mail${offices}`, policy: calledAtNight, agents: ['wang', 'li'] });
    clock.advance(60_000);
  });

  const chooses = async (body: object, who = 'wang') => (await office.as(who)).put('/auth/mail', body);
  const address = () => `wang${offices}@office.example`;
  /** A wake of what was written down may be at it meanwhile: it is waited for. */
  const delivers = async () => {
    await app.get(Deliveries, { strict: false }).allDue();
    await app.get(DueWork, { strict: false }).settled(deliveryWork);
  };
  const looks = async () => {
    await app.get(NewReminders, { strict: false }).allDue();
    clock.advance(mailGathers);
    await delivers();
  };
  const overdue = async () => {
    granted(await office.does('desk', '/calls', { phone: '13800000001', says: { firstVisit: 'unclear' } }));
    office.sets('2025-05-20', '10:00');
  };

  it('offer what is overdue, and reach nobody who gave no address', async () => {
    const view = granted<MailChoiceView>(await (await office.as('wang')).get('/auth/mail'));
    expect(view).toMatchObject({ available: true, email: null, last: null });
    expect(view.kinds).toEqual(['follow_up_overdue', 'follow_up_overdue_of', 'request_overdue', 'request_overdue_of', 'payment_overdue']);
    await overdue();
    await looks();
    expect(server.taken).toEqual([]);
  });

  it('say what and where in the person\'s language, once, without a customer\'s name or number', async () => {
    granted(await chooses({ email: address().toUpperCase(), kinds: ['follow_up_overdue'] }));
    granted(await chooses({ email: `li${offices}@office.example`, kinds: ['request_overdue'] }, 'li'));
    await overdue();
    await looks();
    await looks();
    expect(server.taken.map(({ to }) => to)).toEqual([address()]);
    const { head, body } = read(server.taken[0]?.text ?? '');
    expect(head).toContain('Subject: 【轮接】跟进逾期');
    expect(head).toMatch(/Message-ID: <[0-9a-f-]{36}@lunjie\.example>/);
    expect(body).toContain('静安售楼处：跟进逾期');
    expect(body).toContain('https://lunjie.example/me');
    expect(head + body).not.toMatch(/13800000001|0001|客户|先生|女士/);
    expect(granted<MailChoiceView>(await (await office.as('wang')).get('/auth/mail')).last).toEqual({ at: clock.now() - mailGathers, arrived: true });
  });

  it('are one mail where several come within minutes, in English where that is the person\'s language, each leading to its own page', async () => {
    await (await office.as('wang')).put('/auth/language', { language: 'en' });
    granted(await chooses({ email: address(), kinds: ['follow_up_overdue', 'request_yours', 'request_overdue'] }));
    const asks = async () => granted<RequestView>(await office.does('desk', '/requests', { way: 'call', class: 'enquiry', words: '贷款利率多少？', name: '孙先生', phone: '13800000002', owner: office.idOf('wang'), reason: '请回复' })).row.id;
    const [first, second] = [await asks(), await asks()];
    await app.get(NewReminders, { strict: false }).allDue();
    await delivers();
    expect(server.taken).toEqual([]);
    clock.advance(60_000);
    const third = await asks();
    await app.get(NewReminders, { strict: false }).allDue();
    clock.advance(mailGathers - 60_000);
    await Promise.all(Array.from({ length: 4 }, delivers));
    expect(server.taken).toHaveLength(1);
    const { head, body } = read(server.taken[0]?.text ?? '');
    expect(head).toContain('Subject: [Lunjie] 3 reminders');
    for (const id of [first, second, third]) expect(body).toContain(`Request handed to you\r\nOpen: https://lunjie.example/requests/${id}`);
    expect(body).toContain('Choose which reminders reach you by mail: https://lunjie.example/account');
    expect(body.replace('静安售楼处', '')).not.toMatch(/\p{Script=Han}/u);
    clock.advance(mailGathers);
    await looks();
    expect(server.taken).toHaveLength(1);
  });

  it('are told to the admins once they were given up, until one arrives', async () => {
    granted(await chooses({ email: address(), kinds: ['follow_up_overdue', 'request_yours'] }));
    await overdue();
    server.refuses(true);
    await looks();
    // At night nobody is mailed: more looks than tries.
    for (let looked = 0; looked < 2 * mostTries; looked += 1) {
      clock.set(new Date(clock.now() + 400 * 60_000).toISOString());
      await delivers();
    }
    office.sets('2025-05-24', '10:00');
    const bell = async (who: string) => granted<NoticesView>(await (await office.as(who)).get(office.at('/notices'))).notices.filter(({ kind }) => kind === 'mail_given_up').map(({ count }) => count);
    expect([await bell('admin'), await bell('manager')]).toEqual([[1], []]);
    server.refuses(false);
    granted(await office.does('desk', '/requests', { way: 'call', class: 'enquiry', words: '何时开盘？', name: '孙先生', phone: '13800000003', owner: office.idOf('wang'), reason: '请回复' }));
    await looks();
    expect([server.taken.length, await bell('admin')]).toEqual([1, []]);
  });

  it('are cleared away after ninety days, but not while what they tell still holds', async () => {
    granted(await chooses({ email: address(), kinds: ['follow_up_overdue', 'request_yours'] }));
    const { row: { id } } = granted<RequestView>(await office.does('desk', '/requests', { way: 'call', class: 'enquiry', words: '何时开盘？', name: '孙先生', phone: '13800000003', owner: office.idOf('wang'), reason: '请回复' }));
    await overdue();
    await looks();
    granted(await (await office.as('wang')).post(office.at(`/requests/${id}/answer`), { words: '明年三月' }));
    const left = async () => (await app.get(Transactions).read((reading) => reading.run<{ kind: string }>('SELECT kind FROM reminder WHERE office_id = ? ORDER BY kind', [office.id]))).rows.map(({ kind }) => kind);
    clock.set(new Date(clock.now() - mailGathers + keptFor - 60_000).toISOString());
    await app.get(OldReminders, { strict: false }).allDue();
    expect(await left()).toEqual(['follow_up_overdue', 'request_yours']);
    clock.set(new Date(clock.now() + 120_000).toISOString());
    await app.get(OldReminders, { strict: false }).allDue();
    expect(await left()).toEqual(['follow_up_overdue']);
    const mailed = server.taken.length;
    await looks();
    expect(server.taken).toHaveLength(mailed);
  });

  it('wait for the end of the quiet hours', async () => {
    granted(await chooses({ email: address(), kinds: ['follow_up_overdue'] }));
    await overdue();
    office.sets('2025-05-20', '00:10');
    await looks();
    expect(server.taken).toEqual([]);
    office.sets('2025-05-20', '07:50');
    await looks();
    expect(server.taken).toEqual([]);
    office.sets('2025-05-20', '08:00');
    await looks();
    expect(server.taken).toHaveLength(1);
  });

  it('are tried again under the same id where the mail server refuses', async () => {
    granted(await chooses({ email: address(), kinds: ['follow_up_overdue'] }));
    await overdue();
    server.refuses(true);
    await looks();
    expect(server.taken).toEqual([]);
    server.refuses(false);
    clock.advance(60_000);
    await looks();
    expect(server.taken).toHaveLength(1);
  });

  it('tell what comes after they were chosen, and nothing once they are given up', async () => {
    await overdue();
    granted(await chooses({ email: address(), kinds: ['follow_up_overdue'] }));
    await looks();
    expect(granted<MailChoiceView>(await chooses({ email: null, kinds: [] })).email).toBeNull();
    await looks();
    expect(server.taken).toEqual([]);
  });

  it('take an address once, and no nonsense', async () => {
    granted(await chooses({ email: address(), kinds: [] }));
    expect(refusal(await chooses({ email: address(), kinds: [] }, 'li'))).toEqual([409, 'email_taken']);
    expect((await chooses({ email: 'nobody', kinds: [] })).statusCode).toBe(400);
    expect((await chooses({ email: 'a@b.example\r\nBcc: c@d.example', kinds: [] })).statusCode).toBe(400);
    expect((await chooses({ email: address(), kinds: ['your_turn'] })).statusCode).toBe(400);
  });
});
