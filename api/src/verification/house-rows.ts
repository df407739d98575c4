import { numberIn, textIn } from '@lunjie/deal-life';
import { Covering } from './compared';
import type { RowKind } from './row-kinds';

/** Praise, checks with their publication and corrections, and shifts handed over. What an entry does not tell before a check is published it holds to by the digest. */
export const houseRows: readonly RowKind[] = [
  {
    part: 'praise', table: 'praise', columns: ['agent_id', 'at', 'business_date', 'by_person', 'check_id', 'request_id'], number: 'entry_number', order: 'id',
    expected: (entry) => entry.kind !== 'praise' ? [] : [{ agent_id: entry.subject, at: entry.at, business_date: entry.date, by_person: entry.by, check_id: textIn(entry, 'check'), request_id: textIn(entry, 'request') }],
  },
  {
    part: 'check', table: 'site_check', columns: ['id', 'at', 'business_date', 'by_person', 'digest', 'salt', 'body'], number: 'entry_number', order: 'id',
    expected: (entry) => entry.kind !== 'check_entered' ? [] : [{ id: entry.subject, at: entry.at, business_date: entry.date, by_person: entry.by, digest: textIn(entry, 'digest') }],
  },
  {
    part: 'check_publication', table: 'site_check', columns: ['id', 'kind', 'checked_at', 'body', 'published_at', 'published_by', 'brought'], number: 'published_entry', order: 'id',
    expected: (entry) => entry.kind !== 'check_published' ? [] : [{
      id: entry.subject, kind: textIn(entry, 'kind'), checked_at: numberIn(entry, 'checkedAt'), body: new Covering({ place: entry.content['place'], agents: entry.content['agents'] }), published_at: entry.at, published_by: entry.by, brought: entry.content['brought'],
    }],
  },
  {
    part: 'check_correction', table: 'site_check_correction', columns: ['check_id', 'number', 'at', 'by_person', 'digest', 'salt', 'body', 'brought_entry'], number: 'entry_number', order: 'id',
    expected: (entry) => entry.kind !== 'check_corrected' ? [] : [{ check_id: entry.subject, number: numberIn(entry, 'number'), at: entry.at, by_person: entry.by, digest: textIn(entry, 'digest'), brought_entry: numberIn(entry, 'brought') }],
  },
  {
    part: 'handover', table: 'shift_handover', columns: ['id', 'place', 'at', 'business_date', 'by_person', 'sheet'], number: 'entry_number', order: 'id',
    expected: (entry) => entry.kind !== 'shift_handed_over' ? [] : [{ id: entry.subject, place: textIn(entry, 'place'), at: entry.at, business_date: entry.date, by_person: entry.by, sheet: entry.content['sheet'] }],
  },
  {
    part: 'take_over', table: 'shift_handover', columns: ['id', 'taken_at', 'taken_by', 'differences'], number: 'taken_entry', order: 'id',
    expected: (entry) => entry.kind !== 'shift_taken_over' ? [] : [{ id: entry.subject, taken_at: entry.at, taken_by: entry.by, differences: entry.content['differences'] }],
  },
];
