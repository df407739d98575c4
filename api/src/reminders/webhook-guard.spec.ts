import type { WebhookView } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { beforeOpening, granted, refusal, type SalesOffice } from '../reception/testing/sales-office';
import { HostNames, type Address } from './host-lookup';
import { receiver, type Receiver } from './testing/receiver';
import { WebhookPost } from './webhook-post';

const path = '/reminders/webhook';

describeOnBothDatabases('the guard of webhooks', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let there: Receiver;
  /** Who the name is, one answer after the other; the last one stays. */
  let answers: readonly (readonly Address[])[] = [];
  let asked = 0;

  beforeAll(async () => {
    test = await open();
    office = await beforeOpening(test);
    there = await receiver();
    const names = test.app.get(HostNames, { strict: false });
    names.addresses = async () => answers[Math.min(asked++, answers.length - 1)] ?? [];
  });
  afterAll(() => there.stop());
  beforeEach(() => { asked = 0; });

  const set = async (url: string) => (await office.as('admin')).put(office.at(path), { url, on: true });
  const at = (...addresses: readonly string[]): readonly Address[] => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  it.each([
    ['https://127.0.0.1/', []], ['https://2130706433/', []], ['https://0x7f.1/', []], ['https://[::1]/', []], ['https://[::ffff:10.0.0.1]/', []], ['https://169.254.169.254/latest/meta-data', []],
    ['https://inner.example/', ['10.0.0.5']], ['https://inner.example/', ['fd12::1']], ['https://half.example/', ['8.8.8.8', '192.168.0.1']], ['https://half.example/', ['8.8.8.8', '::ffff:127.0.0.1']],
  ])('refuses %s at %j when it is saved', async (url, addresses) => {
    answers = [at(...addresses)];
    expect(refusal(await set(url))).toEqual([422, 'webhook_address_internal']);
  });

  it('refuses a name nobody has, and what is no https address', async () => {
    answers = [[]];
    expect(refusal(await set('https://nobody.example/'))).toEqual([422, 'webhook_host_unknown']);
    expect(refusal(await set('http://example.com/'))).toEqual([400, 'webhook_url_refused']);
    expect(granted<WebhookView>(await (await office.as('admin')).get(office.at(path))).outlet).toBeNull();
  });

  it('refuses at the sending what became internal after it was saved', async () => {
    answers = [at('8.8.8.8')];
    granted(await set(`https://changing.example:${new URL(there.url).port}/`));
    answers = [at('127.0.0.1')];
    expect(granted<WebhookView>(await office.does('admin', `${path}/test`)).deliveries[0]).toMatchObject({ state: 'given_up', fault: 'address_internal' });
    answers = [[]];
    expect(granted<WebhookView>(await office.does('admin', `${path}/test`)).deliveries[0]).toMatchObject({ state: 'given_up', fault: 'host_unknown' });
    expect(there.received).toEqual([]);
  });
});

describe('a post', () => {
  it('connects to the address that was judged, however the name answers a moment later', async () => {
    const there = await receiver();
    const asked: string[] = [];
    const hosts = { vetted: async (host: string) => { asked.push(host); return [{ address: '127.0.0.1', family: 4 }]; } };
    // This name does not exist: it can only be reached by the address that was judged.
    const url = `http://judged-once.invalid:${new URL(there.url).port}/`;
    const body = { id: 'one', kind: 'test', office: 'o', person: 'p', notice: 'n', at: 1 } as const;
    const post = new WebhookPost(Object.assign(Object.create(null), hosts));
    expect(await post.send({ url, secret: 's', body, at: 1_000 })).toBeNull();
    expect(asked).toEqual(['judged-once.invalid']);
    expect(there.received.map(({ headers }) => headers.host)).toEqual([new URL(url).host]);
    await there.stop();
  });

  it('waits no longer than it may', async () => {
    const there = await receiver();
    there.staysSilent();
    const { bounds } = await import('./webhook-post');
    const before = bounds.patience;
    bounds.patience = 150;
    const post = new WebhookPost(Object.assign(Object.create(null), { vetted: async () => [{ address: '127.0.0.1', family: 4 }] }));
    expect(await post.send({ url: there.url, secret: 's', body: { id: 'one', kind: 'test', office: 'o', person: 'p', notice: 'n', at: 1 }, at: 1_000 })).toBe('too_slow');
    bounds.patience = before;
    await there.stop();
  });
});
