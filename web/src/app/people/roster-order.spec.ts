import { TestBed } from '@angular/core/testing';
import { provideWords } from '../../testing/dictionaries';
import { member } from '../../testing/staff';
import { Words } from '../shared/language/words';
import { RosterOrder } from './roster-order';

describe('the roster', () => {
  it('is moved by keys, said aloud, and sent as a whole', async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideWords()] });
    const words = TestBed.inject(Words);
    await words.start();
    await words.need('people');
    const fixture = TestBed.createComponent(RosterOrder);
    fixture.componentRef.setInput('roster', ['a', 'b', 'c'].map((id) => member({ id, name: id.toUpperCase() })));
    let sent: readonly string[] = [];
    fixture.componentInstance.answered.subscribe((order) => (sent = order));
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const handles = () => [...page.querySelectorAll<HTMLElement>('.handle')];
    const send = [...page.querySelectorAll('button')].at(-1);
    expect(send?.disabled).toBe(true);
    handles()[2]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' }));
    handles()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' }));
    await fixture.whenStable();
    expect(handles().map((one) => one.getAttribute('aria-label'))).toEqual(['A，第 1 位', 'C，第 2 位', 'B，第 3 位']);
    expect(page.querySelector('[role=status]')?.textContent).toBe('C，第 2 位');
    send?.click();
    expect(sent).toEqual(['a', 'c', 'b']);
  });
});
