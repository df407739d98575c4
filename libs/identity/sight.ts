import type { CustomerAct, Role } from '@lunjie/contracts';

/** Who reads a customer's page, and what the customer is to them. */
export interface Reader {
  readonly roles: readonly Role[];
  /** They are the agent whose claim on the customer is valid today. */
  readonly isOwner: boolean;
  /** They owned the customer before, or received them. */
  readonly hasMet: boolean;
}

/** What somebody may see of a customer, and do. Phones are masked for everybody until revealed one by one. */
export interface Sight {
  readonly opens: boolean;
  readonly name: boolean;
  readonly phone: boolean;
  readonly notes: 'all' | 'own' | 'none';
  readonly phoneSeen: boolean;
  readonly acts: readonly CustomerAct[];
}

const nothing: Sight = { opens: false, name: false, phone: false, notes: 'none', phoneSeen: false, acts: [] };

const managing: Sight = {
  opens: true, name: true, phone: true, notes: 'all', phoneSeen: true,
  acts: ['reveal_phone', 'add_phone', 'end_phone', 'link', 'refer', 'merge', 'hand_over', 'correct'],
};
const owning: Sight = { opens: true, name: true, phone: true, notes: 'all', phoneSeen: true, acts: ['reveal_phone', 'add_phone', 'end_phone', 'link', 'refer', 'correct'] };
/** An agent whose customer they are not, or no longer: who it was, and what the agent did themselves. */
const metBefore: Sight = { opens: true, name: false, phone: false, notes: 'own', phoneSeen: false, acts: ['correct'] };
/** The desk registers people, so it reads who they are; what was talked about is not for the desk. */
const registering: Sight = { opens: true, name: true, phone: true, notes: 'none', phoneSeen: false, acts: ['add_phone', 'link', 'refer', 'correct'] };
const auditing: Sight = { opens: true, name: true, phone: true, notes: 'none', phoneSeen: true, acts: [] };

function sightAs(role: Role, { isOwner, hasMet }: Reader): Sight {
  switch (role) {
    case 'manager':
    case 'supervisor': return managing;
    case 'desk': return registering;
    case 'auditor': return auditing;
    case 'agent': return isOwner ? owning : hasMet ? metBefore : nothing;
    case 'admin':
    case 'finance': return nothing;
  }
}

const notesRank = ['none', 'own', 'all'] as const;

/** What a reader may see and do: the most that any of their roles lets them. */
export function sightOf(reader: Reader): Sight {
  return reader.roles.map((role) => sightAs(role, reader)).reduce((one, other) => ({
    opens: one.opens || other.opens,
    name: one.name || other.name,
    phone: one.phone || other.phone,
    notes: notesRank[Math.max(notesRank.indexOf(one.notes), notesRank.indexOf(other.notes))] ?? 'none',
    phoneSeen: one.phoneSeen || other.phoneSeen,
    acts: [...new Set([...one.acts, ...other.acts])],
  }), nothing);
}
