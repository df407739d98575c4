import type { TrackedContact, TrackedCustomers } from '@lunjie/contracts';
import { trackedLines } from './tracked-rows';

const contact = (at: number): TrackedContact => ({ at, way: 'phone', connected: true, note: null });
const customer = (contacts: number): TrackedCustomers['customers'][number] => ({ customer: { id: `c${contacts}`, label: '王先生' }, grade: 'A', source: null, next: null, contacts: Array.from({ length: contacts }, (_, at) => contact(at)) });

describe('lines of the tracking sheet', () => {
  it('hold three contacts, a line for whom nobody contacted yet, and go on below', () => {
    expect([0, 3, 4, 7].map((contacts) => trackedLines([customer(contacts)]).map((line) => [line.contacts.map(({ at }) => at), line.isFirst, line.isLast]))).toEqual([
      [[[], true, true]],
      [[[0, 1, 2], true, true]],
      [[[0, 1, 2], true, false], [[3], false, true]],
      [[[0, 1, 2], true, false], [[3, 4, 5], false, false], [[6], false, true]],
    ]);
  });
});
