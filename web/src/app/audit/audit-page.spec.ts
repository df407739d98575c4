import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AuditRow, ChainState, FoundEntry, RegisterRow } from '@lunjie/contracts';
import { morning, receivedInTurn } from '../../testing/decisions';
import { provideWords } from '../../testing/dictionaries';
import { signIn } from '../../testing/sessions';
import { settled } from '../../testing/settled';
import { visibleText } from '../../testing/visible-text';
import { Clock } from '../shared/clock/clock';
import { Words } from '../shared/language/words';
import { provideIcons } from '../shell/icons';
import AuditPage from './audit-page';

const office = '/api/offices/office-1';
const zhao = { id: 'zhao', name: '赵婷' };
const seen: AuditRow = { id: '1', at: morning, person: zhao, kind: 'phone_seen', data: { customer: 'c', reason: '回访' }, customerLabel: '何*' };
const entry: RegisterRow = { number: 12, at: morning, kind: 'visit', by: zhao, about: '孙*', corrects: null, decision: receivedInTurn(), content: { customer: 'c' }, sealed: true, hash: 'abcdef0123456789' };
const unverified: ChainState = { entries: 12, head: 'f'.repeat(64), lastVerification: null };
const verified = (fault: null | { part: 'entry'; number: number; code: string }): ChainState =>
  ({ ...unverified, entries: 14, lastVerification: { at: morning, by: zhao, entries: 12, postings: 30, head: 'f'.repeat(64), fault } });

describe('the audit', () => {
  let http: HttpTestingController;

  async function open(address: string, chain = unverified) {
    await signIn('auditor');
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(address, AuditPage);
    const element = harness.routeNativeElement as HTMLElement;
    const turn = async () => {
      await settled();
      await harness.fixture.whenStable();
    };
    http.expectOne(`${office}/people`).flush([{ ...zhao, roles: ['agent'], state: 'active' }]);
    http.expectOne(`${office}/register/chain`).flush(chain);
    await turn();
    const answer = async (path: string, entries: readonly object[], next: string | number | null = null) => {
      const request = http.expectOne(({ url, method }) => url === office + path && method === 'GET');
      request.flush({ entries, next });
      await turn();
      return request.request.params.toString();
    };
    return { harness, element, turn, answer, text: () => visibleText(element), press: (words: string) => [...element.querySelectorAll('button')].find((button) => visibleText(button).includes(words))?.click() };
  }

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideWords(), provideHttpClient(), provideHttpClientTesting(), provideIcons(), provideRouter([{ path: 'audit', component: AuditPage }], withComponentInputBinding())],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(Clock).heard(morning);
    await TestBed.inject(Words).start();
    await TestBed.inject(Words).need('audit', 'verdict');
  });

  it('tells who saw which phone and why', async () => {
    const page = await open('/audit');
    await page.answer('/audit', [seen]);
    expect(page.text()).toContain('2026/05/09 10:32:00 赵婷 查看客户电话 客户 何* 原因 回访');
  });

  it('asks for what the address says, and puts what is chosen into the address', async () => {
    const page = await open('/audit?kind=phone_seen&from=2026-05-01&nonsense=1');
    expect(await page.answer('/audit', [])).toBe('kind=phone_seen&from=2026-05-01');
    expect(page.text()).toContain('没有符合条件的记录。');
    const link = [...page.element.querySelectorAll('a')].find((one) => one.hasAttribute('download'));
    expect(link?.getAttribute('href')).toBe(`${office}/audit/export?kind=phone_seen&from=2026-05-01&language=zh`);
    const kind = page.element.querySelector('select') as HTMLSelectElement;
    kind.value = 'signed_in';
    kind.dispatchEvent(new Event('change'));
    await page.turn();
    expect(await page.answer('/audit', [seen])).toBe('kind=signed_in&from=2026-05-01');
  });

  it('reads on from where the page ended, and says why it cannot without losing what is shown', async () => {
    const page = await open('/audit');
    await page.answer('/audit', [seen], 'cursor');
    page.press('更早的');
    expect(await page.answer('/audit', [{ ...seen, id: '2' }], 'further')).toBe('before=cursor');
    expect(page.element.querySelectorAll('tbody tr')).toHaveLength(2);
    page.press('更早的');
    http.expectOne(({ url }) => url === `${office}/audit`).flush({ code: 'internal', title: '系统出错' }, { status: 500, statusText: 'x' });
    await page.turn();
    expect(page.element.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(page.text()).toContain('重试');
  });

  it('shows the register with the decision behind an entry', async () => {
    const page = await open('/audit?view=register');
    await page.answer('/register', [entry], 12);
    expect(page.text()).toContain('12 2026/05/09 10:32:00 赵婷 来访登记 孙* abcdef0123456789');
    page.press('12');
    await page.turn();
    expect(visibleText(page.element.querySelector('lj-verdict-card') as Element)).toContain('轮到 赵婷');
    expect(page.text()).toContain('密封保存');
  });

  it('looks up the entry a paper names, says whether it holds, and leads to its neighbours', async () => {
    const found: FoundEntry = { row: entry, hash: 'abcdef0123456789'.repeat(4), fault: null, before: { number: 11, hash: '11'.repeat(8), holds: true }, after: { number: 13, hash: '13'.repeat(8), holds: true } };
    const page = await open('/audit?view=register');
    await page.answer('/register', [entry]);
    const box = page.element.querySelector('#entry-sought') as HTMLInputElement;
    const look = async (text: string) => {
      box.value = text;
      box.form?.dispatchEvent(new Event('submit'));
      await page.turn();
    };
    await look('abcdef');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    http.expectNone(`${office}/register/found`);
    await look('abcd ef01 2345 6789');
    expect(await page.answer('/register/found', [found])).toBe('sought=abcd%20ef01%202345%206789');
    const card = () => visibleText(page.element.querySelector('lj-entry-search section') as Element);
    expect(card()).toContain('登记簿第 12 条 · 来访登记 内容与哈希相符，前后各条衔接');
    expect(card()).toContain('前一条 11 1111 1111 1111 1111 衔接');
    page.press('13');
    await page.turn();
    await page.answer('/register/found', [{ ...found, fault: 'content_differs', after: { number: 13, hash: '', holds: false } }]);
    expect(card()).toContain('这一条不能作准 内容与哈希不符：登记后被改动过');
    expect(card()).toContain('后一条 13 缺失');
    page.press('关闭');
    await page.turn();
    expect(page.element.querySelector('lj-entry-search section')).toBeNull();
  });

  it('says that the register was never verified, verifies it, and says by whom', async () => {
    const page = await open('/audit');
    await page.answer('/audit', []);
    expect(page.text()).toContain('登记簿还没有核验过');
    page.press('现在核验');
    http.expectOne(`${office}/register/verification`).flush(verified(null));
    await page.turn();
    await page.answer('/audit', []);
    expect(page.text()).toContain('登记簿完整：没有一条被改动');
    expect(page.text()).toContain('10:32 由赵婷核验：登记簿 12 条，轮次账 30 条。 之后新增 2 条。');
  });

  it('names the entry that does not fit', async () => {
    const page = await open('/audit', verified({ part: 'entry', number: 3, code: 'hash_differs' }));
    await page.answer('/audit', []);
    expect(page.text()).toContain('登记簿第 3 条与其哈希不符');
  });
});
