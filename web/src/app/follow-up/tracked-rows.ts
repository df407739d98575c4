import type { TrackedCustomers } from '@lunjie/contracts';

type Tracked = TrackedCustomers['customers'][number];

/** One line of the sheet: three contacts of a customer. A customer with more goes on in the next line, as on paper. */
export interface TrackedLine {
  readonly tracked: Tracked;
  readonly contacts: Tracked['contacts'];
  /** The first line of the customer, who is named in it. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const contactsOfALine = 3;

export function trackedLines(customers: TrackedCustomers['customers']): readonly TrackedLine[] {
  return customers.flatMap((tracked) => {
    const lines = Math.max(1, Math.ceil(tracked.contacts.length / contactsOfALine));
    return Array.from({ length: lines }, (_, line): TrackedLine => ({
      tracked, contacts: tracked.contacts.slice(line * contactsOfALine, (line + 1) * contactsOfALine), isFirst: line === 0, isLast: line === lines - 1,
    }));
  });
}
