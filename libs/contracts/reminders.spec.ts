import { noticeKinds } from './notices';
import { remindedKinds } from './reminders';
import { remindedKindText } from './reminder-texts';

describe('reminders outside the console', () => {
  it('have words in both languages for every kind, and for no other', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(noticeKinds.filter((kind) => remindedKindText(kind, language) !== '')).toEqual(remindedKinds);
      expect(new Set(remindedKinds.map((kind) => remindedKindText(kind, language))).size).toBe(remindedKinds.length);
    }
  });
});
