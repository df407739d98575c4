import { keptEarly, keyOf, type DeskKey } from './desk-keys';
function press(key: string, on: HTMLElement = document.body, letters = true) {
  if (on !== document.body) document.body.append(on);
  let answer: ReturnType<typeof keyOf> = null;
  on.addEventListener('keydown', (event) => (answer = keyOf(event, letters)), { once: true });
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  return answer;
}

describe('the keys of the desk', () => {
  it.each([
    ['3', { kind: 'digit', digit: 3 }],
    ['t', { kind: 'focus', field: 'arrival-phone' }],
    ['n', { kind: 'focus', field: 'arrival-name' }],
    ['r', { kind: 'question', question: 'refuses' }],
    ['Enter', { kind: 'confirm' }],
    ['Escape', { kind: 'back' }],
    ['x', null],
  ])('%s', (key, meaning) => {
    expect(press(key)).toEqual(meaning);
  });

  it('leave typing alone, except Esc which leaves the field', () => {
    expect(press('3', document.createElement('input'))).toBeNull();
    expect(press('t', document.createElement('textarea'))).toBeNull();
    expect(press('Escape', document.createElement('input'))).toEqual({ kind: 'leave_field' });
  });

  it('leave Enter to the button that has the focus', () => {
    expect(press('Enter', document.createElement('button'))).toBeNull();
  });

  it('can be switched off, digits and letters', () => {
    expect(press('3', document.body, false)).toBeNull();
    expect(press('Enter', document.body, false)).toEqual({ kind: 'confirm' });
  });
});

describe('keys pressed while an arrival is being confirmed', () => {
  it('are the answers of the next one, in their order, up to the first that leads elsewhere', () => {
    const one = { kind: 'digit', digit: 1 } as const;
    const phone = { kind: 'focus', field: 'arrival-phone' } as const;
    expect([one, { kind: 'digit', digit: 2 } as const].reduce<readonly DeskKey[]>(keptEarly, [])).toEqual([one, { kind: 'digit', digit: 2 }]);
    expect([one, phone, { kind: 'digit', digit: 3 } as const].reduce<readonly DeskKey[]>(keptEarly, [])).toEqual([one, phone]);
    expect([{ kind: 'confirm' } as const, { kind: 'back' } as const, one].reduce<readonly DeskKey[]>(keptEarly, [])).toEqual([one]);
  });
});
