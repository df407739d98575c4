import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SessionRow } from '@lunjie/contracts';
import { provideNzIcons } from 'ng-zorro-antd/icon';
import { ExclamationCircleOutline } from '@ant-design/icons-angular/icons';
import { morning } from '../../testing/decisions';
import { provideWords } from '../../testing/dictionaries';
import { signIn } from '../../testing/sessions';
import { settled } from '../../testing/settled';
import { visibleText } from '../../testing/visible-text';
import { Words } from '../shared/language/words';
import { Session } from '../shared/session/session';
import AccountPage from './account-page';

const sessions: readonly SessionRow[] = [
  { id: 'this', browser: 'Chrome', system: 'Windows', createdAt: morning, lastSeenAt: morning, current: true },
  { id: 'that', browser: null, system: null, createdAt: morning, lastSeenAt: morning, current: false },
];

describe('my account', () => {
  let fixture: ComponentFixture<AccountPage>;
  let http: HttpTestingController;
  let page: HTMLElement;

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideWords(), provideHttpClient(), provideHttpClientTesting(), provideRouter([]), provideNzIcons([ExclamationCircleOutline])] });
    const words = TestBed.inject(Words);
    await words.start();
    await words.need('account');
    http = TestBed.inject(HttpTestingController);
    await signIn('agent');
    fixture = TestBed.createComponent(AccountPage);
    page = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
    await answered();
  });

  const answered = async (): Promise<void> => {
    await settled();
    for (const request of http.match('/api/auth/sessions')) request.flush(sessions);
    for (const request of http.match('/api/auth/mail')) request.flush({ available: true, email: null, kinds: ['follow_up_overdue'], last: null });
    await settled();
    fixture.detectChanges();
  };
  const type = (id: string, text: string): void => {
    const box = page.querySelector<HTMLInputElement>(`#${id}`);
    if (!box) throw new Error(`no ${id}`);
    box.value = text;
    box.dispatchEvent(new Event('input'));
  };

  it('shows where I am signed in and ends another device', async () => {
    expect(visibleText(page)).toContain('Chrome · Windows 本机');
    expect(visibleText(page)).toContain('未知设备');
    [...page.querySelectorAll('button')].find((one) => one.getAttribute('aria-label') === '让 未知设备 退出')?.click();
    const sent = http.expectOne('/api/auth/sessions/that');
    expect(sent.request.method).toBe('DELETE');
    sent.flush(null, { status: 204, statusText: 'x' });
    await answered();
  });

  it('signs out where the device is this one', async () => {
    [...page.querySelectorAll('button')].find((one) => one.getAttribute('aria-label') === '让 Chrome · Windows 退出')?.click();
    http.expectOne('/api/auth/sign-out').flush(null, { status: 204, statusText: 'x' });
    await settled();
    expect(TestBed.inject(Session).view()).toBeNull();
  });

  it('keeps where reminders reach me by mail, and which', async () => {
    type('own-mail', 'wang@office.example');
    page.querySelector('lj-own-mail form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    const sent = http.expectOne('/api/auth/mail');
    expect([sent.request.method, sent.request.body]).toEqual(['PUT', { email: 'wang@office.example', kinds: ['follow_up_overdue'] }]);
    sent.flush({ available: true, email: 'wang@office.example', kinds: ['follow_up_overdue'], last: { at: morning, arrived: false } });
    await answered();
    expect(visibleText(page)).toContain('没有送达');
  });

  it('changes the password only where both new ones agree, and forgets what was typed', async () => {
    type('current-password', 'the old password');
    type('next-password', 'the new password');
    type('repeated-password', 'another password');
    page.querySelector('lj-own-password form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    fixture.detectChanges();
    expect(visibleText(page)).toContain('两次输入的新密码不一样');
    http.expectNone('/api/auth/password');
    type('repeated-password', 'the new password');
    page.querySelector('lj-own-password form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    const sent = http.expectOne('/api/auth/password');
    expect(sent.request.body).toEqual({ current: 'the old password', next: 'the new password' });
    sent.flush(null, { status: 204, statusText: 'x' });
    await answered();
    expect(page.querySelector<HTMLInputElement>('#current-password')?.value).toBe('');
  });
});
