import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { StaffMember } from '@lunjie/contracts';
import { provideNzIcons } from 'ng-zorro-antd/icon';
import { CloseOutline, ExclamationCircleOutline } from '@ant-design/icons-angular/icons';
import { provideWords } from '../../testing/dictionaries';
import { signIn } from '../../testing/sessions';
import { settled } from '../../testing/settled';
import { member } from '../../testing/staff';
import { visibleText } from '../../testing/visible-text';
import { Words } from '../shared/language/words';
import PeoplePage from './people-page';

const people: readonly StaffMember[] = [
  member({ id: 'boss', account: 'admin', name: '郑总', pinyin: 'zhengzong', initials: 'zz', roles: ['admin'], rosterPosition: 0 }),
  member({ id: 'li', account: 'liqiang', name: '李强', pinyin: 'liqiang', initials: 'lq', rosterPosition: 2, state: 'long_leave', expectedUntil: '2026-12-31' }),
  member(),
  member({ id: 'chen', account: 'chenhao', name: '陈浩', pinyin: 'chenhao', initials: 'ch', state: 'left', toDate: '2026-04-01' }),
];

describe('the people of the office', () => {
  let harness: RouterTestingHarness;
  let http: HttpTestingController;

  beforeEach(async () => {
    localStorage.clear();
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    TestBed.configureTestingModule({
      providers: [provideWords(), provideHttpClient(), provideHttpClientTesting(), provideNzIcons([CloseOutline, ExclamationCircleOutline]), provideRouter([{ path: 'people', component: PeoplePage }], withComponentInputBinding())],
    });
    const words = TestBed.inject(Words);
    await words.start();
    await words.need('people', 'reception');
    http = TestBed.inject(HttpTestingController);
  });

  const page = (): HTMLElement => {
    if (!(harness.routeNativeElement instanceof HTMLElement)) throw new Error('no page');
    return harness.routeNativeElement;
  };
  const expectOne = (method: string, path: string): TestRequest => http.expectOne((request) => request.method === method && request.url === `/api/offices/office-1${path}`);
  const open = async (url = '/people', role: 'admin' | 'manager' = 'admin', staff = people): Promise<void> => {
    await signIn(role);
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    expectOne('GET', '/people').flush(staff);
    await shown();
  };
  const shown = async (): Promise<void> => {
    await settled();
    harness.detectChanges();
    await settled();
  };
  const press = async (words: string): Promise<void> => {
    const button = [...page().querySelectorAll('button')].find((one) => visibleText(one) === words);
    if (!button) throw new Error(`no button "${words}" in ${visibleText(page())}`);
    button.click();
    await shown();
  };
  const names = (): string[] => [...page().querySelectorAll('tbody th button')].map((one) => visibleText(one));

  it('shows who is here, the roster first, and who is gone when asked', async () => {
    await open();
    expect(names()).toEqual(['王敏', '李强', '郑总']);
    expect(visibleText(page())).toContain('长假 自 2026-01-05 · 预计到 2026-12-31');
    await press('已离开 1');
    expect(TestBed.inject(Router).url).toBe('/people?state=gone');
    expect(names()).toEqual(['陈浩']);
  });

  it('finds by initials from the address, and says so when nobody is meant', async () => {
    await open('/people?q=lq');
    expect(names()).toEqual(['李强']);
    await harness.navigateByUrl('/people?q=nobody');
    await shown();
    expect(visibleText(page())).toContain('没有符合条件的人员');
  });

  it('tells what leaving does before it is done, and that nobody leaves a customer standing', async () => {
    await open('/people?person=wang');
    expectOne('GET', '/people/wang/periods').flush([]);
    expectOne('GET', '/people/wang/teams').flush([]);
    expectOne('GET', '/people/wang/sessions').flush([]);
    await shown();
    await press('办理离职');
    expectOne('GET', '/people/wang/ties').flush({ openClaims: 21, openReceptions: 1, openDuties: 3 });
    await shown();
    const text = visibleText(page());
    expect(text).toContain('名下有 21 位在有效期内的客户');
    expect(text).toContain('还有 3 件待办未完成');
    expect(text).toContain('王敏正在接待客户');
    const leave = [...page().querySelectorAll<HTMLButtonElement>('button[type=submit]')].find((one) => visibleText(one) === '办理离职');
    expect(leave?.disabled).toBe(true);
  });

  it('sends a long leave with its last day and keeps the sheet where it is refused', async () => {
    await open('/people?person=wang');
    for (const path of ['periods', 'teams', 'sessions']) expectOne('GET', `/people/wang/${path}`).flush([]);
    await shown();
    await press('办理长假');
    expectOne('GET', '/people/wang/ties').flush({ openClaims: 0, openReceptions: 0, openDuties: 0 });
    await shown();
    const until = page().querySelector<HTMLInputElement>('#leave-until');
    if (until) until.value = '2026-12-31';
    until?.dispatchEvent(new Event('change'));
    page().querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    const sent = expectOne('PATCH', '/people/wang');
    expect(sent.request.body).toEqual({ state: 'long_leave', expectedUntil: '2026-12-31' });
    sent.flush({ type: '', title: '', status: 409, detail: '', code: 'still_receiving', data: {} }, { status: 409, statusText: 'x' });
    await shown();
    expect(visibleText(page())).toContain('正在接待客户。请先结束接待');
  });

  it('lets a manager read an admin and change nothing', async () => {
    await open('/people?person=boss', 'manager');
    for (const path of ['periods', 'teams', 'sessions']) expectOne('GET', `/people/boss/${path}`).flush([]);
    await shown();
    expect(visibleText(page())).toContain('管理员的任职只能由管理员更改');
    expect(page().querySelector('lj-person-fields')).toBeNull();
  });

  it('shows a pasted list with its faults where they are, and enters it when there are none', async () => {
    await open();
    await press('批量录入');
    const box = page().querySelector('textarea');
    if (!box) throw new Error('nowhere to paste');
    box.value = '姓名\t账号\t角色\n徐明\txuming\t店长';
    box.dispatchEvent(new Event('input'));
    await shown();
    await press('检查名单');
    const look = expectOne('POST', '/people/bulk');
    expect(look.request.body).toEqual({ rows: [{ account: 'xuming', name: '徐明', roles: ['店长'] }], dryRun: true });
    look.flush({ entered: false, people: [], faults: [{ path: 'rows.0.roles', code: 'is_in', message: 'x' }, { path: 'rows.0.account', code: 'account_taken', message: '账号已被使用' }] });
    await shown();
    const cells = [...page().querySelectorAll('lj-bulk-entry tbody td')].map((cell) => visibleText(cell));
    expect(cells[2]).toBe('xuming 账号已被使用');
    expect(cells[3]).toContain('店长 没有这个角色。可填：管理员、销售经理');
    await press('换一份名单');
    await press('检查名单');
    expectOne('POST', '/people/bulk').flush({ entered: false, people: [], faults: [] });
    await shown();
    await press('录入 1 人');
    expectOne('POST', '/people/bulk').flush({ entered: true, faults: [], people: [{ id: 'xu', account: 'xuming', name: '徐明', initialPassword: 'abcd-efgh-jkmn' }] });
    await shown();
    expectOne('GET', '/people').flush(people);
    await shown();
    expect(visibleText(page())).toContain('初始密码只在这里显示一次');
    expect(visibleText(page())).toContain('abcd-efgh-jkmn');
  });

  it('says what happened where the list cannot be read, and reads again', async () => {
    await signIn('admin');
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl('/people');
    expectOne('GET', '/people').flush({ code: 'internal', data: { incident: 'a1b2' } }, { status: 500, statusText: 'x' });
    await shown();
    expect(visibleText(page())).toContain('a1b2');
    await press('重试');
    expectOne('GET', '/people').flush(people);
    await shown();
    expect(names()).toHaveLength(3);
  });
});
