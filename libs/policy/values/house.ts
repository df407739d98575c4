import { named, type Group } from '../fields';

/** Spot checks and mystery visits (000 §1, §11): what is looked at, and who may enter and publish. */
export const checks = {
  items: { kind: 'list', rule: 'S0-01', of: {
    ...named('S0-01'),
    clause: { kind: 'text', rule: 'S0-01' },
    kinds: { kind: 'set', rule: 'S0-01', options: ['spot_check', 'mystery_visit'] },
  } },
  places: { kind: 'list', rule: 'S0-01', of: named('S0-01') },
  entered_by: { kind: 'set', rule: 'S0-01', options: ['admin', 'manager', 'supervisor'] },
  published_by: { kind: 'set', rule: 'S0-11', options: ['manager', 'supervisor'] },
} as const satisfies Group;

/** Handing a shift over (交接班记录表): what is counted at the desk and in the show flat. */
export const handover = {
  items: { kind: 'list', rule: 'S3-44', of: {
    ...named('S3-44'),
    kind: { kind: 'choice', rule: 'S3-44', options: ['key', 'device', 'material'] },
    places: { kind: 'set', rule: 'S3-44', options: ['desk', 'show_flat'] },
    expected: { kind: 'number', rule: 'S3-44', min: 0, max: 10_000, nullable: true },
  } },
} as const satisfies Group;
