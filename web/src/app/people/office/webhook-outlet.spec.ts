import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ReminderDelivery, WebhookView } from '@lunjie/contracts';
import { ExclamationCircleOutline } from '@ant-design/icons-angular/icons';
import { provideNzIcons } from 'ng-zorro-antd/icon';
import { morning } from '../../../testing/decisions';
import { provideWords } from '../../../testing/dictionaries';
import { signIn } from '../../../testing/sessions';
import { settled } from '../../../testing/settled';
import { visibleText } from '../../../testing/visible-text';
import { Words } from '../../shared/language/words';
import { WebhookOutlet } from './webhook-outlet';

const address = '/api/offices/office-1/reminders/webhook';
const delivery: ReminderDelivery = { id: 'one', kind: 'follow_up_overdue', to: '王敏', createdAt: morning, state: 'delivered', tries: 1, nextTryAt: null, settledAt: morning, fault: null };
const view = (deliveries: readonly ReminderDelivery[] = []): WebhookView => ({ outlet: { url: 'https://example.com/take', on: true, changedAt: morning }, mostTries: 6, deliveries });

describe('the webhook of the office', () => {
  let fixture: ComponentFixture<WebhookOutlet>;
  let http: HttpTestingController;
  let card: HTMLElement;

  const open = async (shown: WebhookView): Promise<void> => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideWords(), provideHttpClient(), provideHttpClientTesting(), provideRouter([]), provideNzIcons([ExclamationCircleOutline])] });
    const words = TestBed.inject(Words);
    await words.start();
    await words.need('people');
    http = TestBed.inject(HttpTestingController);
    await signIn('admin');
    fixture = TestBed.createComponent(WebhookOutlet);
    card = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
    http.expectOne(address).flush(shown);
    await drawn();
  };
  const drawn = async (): Promise<void> => {
    await settled();
    fixture.detectChanges();
  };
  const press = (words: string): void => {
    const button = [...card.querySelectorAll('button')].find((one) => visibleText(one) === words);
    if (!button) throw new Error(`no button ${words}`);
    button.click();
  };

  it('is set, tells its secret once, and forgets it when it is put away', async () => {
    await open({ outlet: null, mostTries: 6, deliveries: [] });
    const box = card.querySelector<HTMLInputElement>('#webhook-url');
    if (!box) throw new Error('no box');
    box.value = ' https://example.com/take ';
    box.dispatchEvent(new Event('input'));
    fixture.detectChanges();
    card.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    const sent = http.expectOne(address);
    expect([sent.request.method, sent.request.body]).toEqual(['PUT', { url: 'https://example.com/take', on: true }]);
    sent.flush({ view: view(), secret: 'abc123' });
    await drawn();
    expect(card.querySelector('code')?.textContent).toBe('abc123');
    press('已存好');
    await drawn();
    expect(card.querySelector('code')).toBeNull();
  });

  it('sends a test and says of each delivery what became of it', async () => {
    await open(view());
    expect(visibleText(card)).toContain('还没有推送过');
    press('试发一条');
    http.expectOne(`${address}/test`).flush(view([
      { ...delivery, id: 'test', kind: 'test', state: 'given_up', fault: 'unreachable' }, { ...delivery, id: 'again', state: 'waiting', tries: 2, nextTryAt: morning, settledAt: null, fault: 'refused' }, delivery,
    ]));
    await drawn();
    const rows = [...card.querySelectorAll('li')].map((row) => visibleText(row));
    expect(rows[0]).toContain('试发 给王敏 试了 1 次，已放弃：连不上');
    expect(rows[1]).toMatch(/跟进逾期.*已试 2 次，.* 再试：对方未接受/);
    expect(rows[2]).toContain('送达');
  });
});
