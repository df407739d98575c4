import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CustomerMatch } from '@lunjie/contracts';
import { provideWords } from '../../../testing/dictionaries';
import { signIn } from '../../../testing/sessions';
import { settled } from '../../../testing/settled';
import { visibleText } from '../../../testing/visible-text';
import { Words } from '../../shared/language/words';
import { KnownCustomerNote } from './known-customer-note';
import { LikelyCustomers } from './likely-customers';

function match(id: string, changes: Partial<CustomerMatch> = {}): CustomerMatch {
  return {
    customer: { id, label: `${id}女士`, phoneMasked: '138 **** 1234', owner: { id: 'li', name: '李强' }, validUntil: null, lapsed: false, lastVisit: null, visits: 1 },
    reasons: ['same_pinyin'], relative: null, ...changes,
  };
}

describe('who may be the visitor', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideWords(), provideHttpClient(), provideHttpClientTesting(), LikelyCustomers] });
    const words = TestBed.inject(Words);
    await words.start();
    await words.need('desk', 'reception');
    await signIn('desk');
  });

  const quiet = () => new Promise((done) => setTimeout(done, 350));

  it('is asked once somebody pauses, by a name or a whole number', async () => {
    const likely = TestBed.inject(LikelyCustomers);
    likely.lookFor({ name: '陈', phone: '138' });
    likely.lookFor({ name: '陈桂', phone: '138' });
    likely.lookFor({ name: '陈桂芳', phone: '13800001234' });
    await quiet();
    const request = TestBed.inject(HttpTestingController).expectOne('/api/offices/office-1/customers/matches');
    expect(request.request.body).toEqual({ name: '陈桂芳', phone: '13800001234' });
    request.flush({ matches: [match('a')] });
    await settled();
    expect(likely.matches()).toHaveLength(1);
    likely.lookFor({ name: '', phone: '' });
    expect(likely.matches()).toEqual([]);
  });

  it('never holds the desk up where it cannot be asked', async () => {
    const likely = TestBed.inject(LikelyCustomers);
    likely.lookFor({ name: '陈桂芳', phone: '' });
    await quiet();
    TestBed.inject(HttpTestingController).expectOne('/api/offices/office-1/customers/matches').flush({ code: 'x' }, { status: 400, statusText: 'x' });
    await settled();
    expect(likely.matches()).toEqual([]);
  });

  it('shows three with reason, owner and validity, the others on demand, and a relative as whose', async () => {
    const fixture = TestBed.createComponent(KnownCustomerNote);
    fixture.componentRef.setInput('matches', [match('a', { reasons: ['same_phone_other_name'] }), match('b', { reasons: ['relative_of_match'], relative: { of: { id: 'a', label: '陈女士' }, relation: 'child' } }), match('c'), match('d')]);
    await fixture.whenStable();
    const element: HTMLElement = fixture.nativeElement;
    expect(visibleText(element)).toContain('a女士 号码相同，姓名不同 原顾问 李强 长期有效');
    expect(visibleText(element)).toContain('b女士 陈女士的子女');
    expect(visibleText(element)).not.toContain('d女士');
    element.querySelector('button')?.click();
    await fixture.whenStable();
    expect(visibleText(element)).toContain('d女士 读音相同');
  });
});
