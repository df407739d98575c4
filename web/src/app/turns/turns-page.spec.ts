import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { LedgerRow, Role, StaffMember, TurnsPage as Answer } from '@lunjie/contracts';
import { morning, receivedInTurn } from '../../testing/decisions';
import { provideWords } from '../../testing/dictionaries';
import { pretendStreams } from '../../testing/pretend-event-stream';
import { signIn } from '../../testing/sessions';
import { settled } from '../../testing/settled';
import { visibleText } from '../../testing/visible-text';
import { Clock } from '../shared/clock/clock';
import { Words } from '../shared/language/words';
import { OPEN_EVENT_STREAM } from '../shared/live/event-stream';
import { provideIcons } from '../shell/icons';
import TurnsPage from './turns-page';

const li = { id: 'li', name: '李强' };
const zhao = { id: 'zhao', name: '赵婷' };
const today = '2026-05-09';
const row = (id: string, changes: Partial<LedgerRow> = {}): LedgerRow => ({
  id, seq: Number(id.split('.')[0]), at: morning, businessDate: today, queue: 'visit', agent: zhao, kind: 'taken', effect: null, reason: 'in_turn', since: null, until: null, turns: 1,
  receiver: null, ruledBy: null, note: null, customerLabel: '孙女士', order: null, entry: 12, decision: null, ...changes,
});
const lost = row('8.1', { agent: li, kind: 'passed', effect: 'lose_turn', reason: 'private', since: morning - 60_000, receiver: zhao, decision: '12' });
const answer = (changes: Partial<Answer> = {}): Answer => ({
  now: morning, seq: 3, today, from: today, to: today, rows: [row('8.0'), lost], decisions: { 12: receivedInTurn() }, next: null,
  totals: [{ agent: li, queue: 'visit', due: 3, taken: 1, owed: 1, lost: 1, makeupLeft: 2, counted: 1 }], ...changes,
});
const staff = [li, zhao].map(({ id, name }): Partial<StaffMember> => ({ id, name, roles: ['agent'], state: 'active' }));

describe('the turns', () => {
  const streams = pretendStreams();
  let http: HttpTestingController;

  async function open(address: string, ...roles: Role[]) {
    await signIn(...roles);
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(address, TurnsPage);
    http.match('/api/offices/office-1/people').forEach((request) => request.flush(staff));
    const element = harness.routeNativeElement as HTMLElement;
    const turn = async () => {
      await settled();
      await harness.fixture.whenStable();
    };
    const flush = async (body: Answer = answer()) => {
      const request = http.expectOne(({ url, method }) => url.includes('/turns?') && method === 'GET');
      request.flush(body);
      await turn();
      return request.request.urlWithParams.split('?')[1];
    };
    return { harness, element, turn, flush, text: () => visibleText(element), press: (words: string) => [...element.querySelectorAll('button')].find((button) => visibleText(button).includes(words))?.click() };
  }

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideWords(), provideHttpClient(), provideHttpClientTesting(), provideIcons(), provideRouter([{ path: 'turns', component: TurnsPage }], withComponentInputBinding()),
        { provide: OPEN_EVENT_STREAM, useValue: streams.open },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(Clock).heard(morning);
    await TestBed.inject(Words).start();
    await TestBed.inject(Words).need('turns', 'papers', 'reception', 'verdict');
  });

  it('leads who lost a turn to the decision that explains it in one tap', async () => {
    const page = await open('/turns', 'desk');
    expect(await page.flush()).toBe(`from=${today}&to=${today}`);
    expect(page.text()).toContain('李强 轮空 1 私事，10:31 起 孙女士由赵婷接待');
    expect(page.element.querySelector('lj-verdict-card')).toBeNull();
    page.press('轮空 1');
    await page.turn();
    expect(visibleText(page.element.querySelector('lj-verdict-card') as Element)).toContain('轮到 赵婷');
    expect(page.text()).toContain('登记簿第 12 条');
  });

  it('shows an agent their own turns first, and everybody on demand', async () => {
    const page = await open('/turns', 'agent');
    expect(await page.flush()).toBe(`from=${today}&to=${today}&agent=zhao`);
    await page.harness.navigateByUrl('/turns?agent=all');
    expect(await page.flush()).toBe(`from=${today}&to=${today}`);
  });

  it('reads the week of a day in the address, by day', async () => {
    const page = await open('/turns?period=week&date=2026-05-06', 'auditor');
    expect(await page.flush(answer({ rows: [row('9.0'), row('3.0', { businessDate: '2026-05-08' })] }))).toBe('from=2026-05-04&to=2026-05-10');
    expect([...page.element.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual(['2026年5月9日周六', '2026年5月8日周五']);
    expect(visibleText(page.element.querySelector('table') as Element)).toContain('李强 3 1 1 +1 2 1');
  });

  it('leads to the paper of the day that is shown, and of no week', async () => {
    const page = await open('/turns?date=2026-05-06', 'agent');
    await page.flush();
    const link = () => [...page.element.querySelectorAll('a')].find((one) => visibleText(one) === '打印排轮表')?.getAttribute('href');
    expect(link()).toBe('/turns/sheet?date=2026-05-06');
    await page.harness.navigateByUrl('/turns?period=week&date=2026-05-06');
    await page.flush();
    expect(link()).toBeUndefined();
  });

  it('says what will stand there when nothing does, and what to do when it cannot be read', async () => {
    const page = await open('/turns', 'desk');
    await page.flush(answer({ rows: [], totals: [] }));
    expect(page.text()).toContain('这段时间没有轮次变动。');
    await page.harness.navigateByUrl('/turns?date=2026-05-01');
    http.expectOne(({ url }) => url.includes('/turns?')).flush({ code: 'internal', title: '系统出错' }, { status: 500, statusText: 'x' });
    await page.turn();
    expect(page.element.querySelector('[role=alert]')).not.toBeNull();
    expect(page.text()).toContain('重试');
  });

  it('reads on without losing what came meanwhile', async () => {
    const page = await open('/turns', 'desk');
    await page.flush(answer({ next: '8.1' }));
    page.press('更早的');
    const earlier = http.expectOne(({ url, params }) => url.endsWith('/turns') && params.get('before') === '8.1');
    earlier.flush(answer({ rows: [row('7.0', { agent: li })] }));
    await page.turn();
    streams.latest()?.say('changed');
    await page.flush(answer({ rows: [row('9.0')], next: '9.0' }));
    expect(page.element.querySelectorAll('lj-turn-row')).toHaveLength(4);
    expect(page.text()).not.toContain('更早的');
  });

  it('lets a manager correct with a reason, and nobody else', async () => {
    HTMLDialogElement.prototype.showModal = function showModal() { this.open = true; };
    const page = await open('/turns?agent=li', 'manager');
    await page.flush();
    page.press('更正');
    await page.turn();
    const form = page.element.querySelector('form') as HTMLFormElement;
    const send = form.querySelector('[type=submit]') as HTMLButtonElement;
    expect(send.disabled).toBe(true);
    (form.querySelector('[value=grant_makeup]') as HTMLInputElement).click();
    const reason = form.querySelector('textarea') as HTMLTextAreaElement;
    reason.value = ' 停电时漏记 ';
    reason.dispatchEvent(new Event('input'));
    await page.turn();
    send.click();
    const write = http.expectOne('/api/offices/office-1/turns/corrections');
    expect(write.request.body).toEqual({ agentId: 'li', kind: 'grant_makeup', turns: 1, reason: '停电时漏记' });
    write.flush({ entry: 13 });
    await page.turn();
    await page.flush();
    expect(page.element.querySelector('dialog')).toBeNull();
  });

  it('offers no correction to who may not', async () => {
    const page = await open('/turns', 'supervisor');
    await page.flush();
    expect(page.text()).not.toContain('更正');
  });
});
