/** One line of the keyboard map: what to press, and its words under `help.keys.say`. */
export interface KeyLine {
  /** As written on the keys; `Mod` is Ctrl, or ⌘ on a Mac. Several are pressed together. */
  readonly keys: readonly string[];
  readonly says: string;
  /** A single letter, digit or sign: works only while such shortcuts are switched on. */
  readonly letter: boolean;
}

const line = (says: string, ...keys: readonly string[]): KeyLine => ({ keys, says, letter: keys.length === 1 && /^[^a-zA-Z]$|^[A-Z]$|^\d/.test(keys[0] ?? '') });

/** What works on every page. */
export const shellKeys: readonly KeyLine[] = [
  line('palette', 'Mod', 'K'),
  line('keys', '?'),
  line('close', 'Esc'),
  line('tab', 'Tab'),
];

/** What a page adds, by its path. A page with shortcuts has its list here, and nowhere else. */
export const pageKeys: Readonly<Record<string, readonly KeyLine[]>> = {
  desk: [
    line('desk.next', 'Enter'),
    line('desk.digit', '1 – 9'),
    line('desk.forgot', '0'),
    line('desk.phone', 'T'),
    line('desk.name', 'N'),
    line('desk.requests', 'A'),
    line('desk.refuses', 'R'),
    line('desk.complains', 'C'),
    line('desk.brought', 'B'),
    line('desk.escorted', 'E'),
    line('desk.back', 'Esc'),
  ],
  disputes: [
    { keys: ['J', 'K'], says: 'disputes.next', letter: true },
    line('disputes.state', 'S'),
    line('disputes.consent', 'G'),
    line('disputes.move_up', 'U'),
    line('disputes.rule', 'R'),
    line('disputes.appeal', 'A'),
    line('disputes.hear', 'H'),
  ],
  calls: [
    line('calls.new', 'N'),
    line('calls.register', 'Enter'),
  ],
  penalties: [line('penalties.issue', 'N')],
  checks: [line('checks.new', 'N')],
  handovers: [line('handovers.begin', 'N')],
  evening: [line('evening.minutes', 'N')],
  requests: [
    line('requests.new', 'N'),
    { keys: ['Mod', 'Enter'], says: 'requests.enter', letter: false },
  ],
  reports: [
    { keys: ['←', '→'], says: 'reports.step', letter: false },
  ],
  customers: [
    line('customers.search', '/'),
    { keys: ['↑', '↓'], says: 'customers.up', letter: false },
    line('customers.open', 'Enter'),
    line('customers.select', 'X'),
  ],
};
