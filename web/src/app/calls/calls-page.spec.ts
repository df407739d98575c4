import type { CallsView } from '@lunjie/contracts';
import { PageInSpec } from '../../testing/pages';
import { member } from '../../testing/staff';
import CallsPage from './calls-page';
import { callRequestOf, emptyCall, isPhoneWhole } from './call-draft';

const view: CallsView = { date: '2026-05-09', up: { id: 'zhao', name: '赵婷' }, requiredFields: ['phone', 'layout'], maxRings: 3, maxMinutes: 3, rows: [] };

describe('the request of a call', () => {
  it('says only what was typed, in seconds, and the receiver that was shown', () => {
    expect(callRequestOf({ ...emptyCall, phone: ' 13800000001 ', rings: '6', minutes: '2.5', form: { layout: 'two_rooms', concerns: '' } }, 'zhao')).toEqual({
      phone: '13800000001', name: null, answeredBy: null, rings: 6, seconds: 150, says: { firstVisit: 'unclear', requests: null }, message: null, form: { layout: 'two_rooms' }, invitedFor: null, expectedReceiver: 'zhao',
    });
    expect(callRequestOf({ ...emptyCall, rings: 'x', minutes: 'y' })).toMatchObject({ rings: null, seconds: null });
    expect(['', '138', '13800000001', '0571-88886666'].map(isPhoneWhole)).toEqual([true, false, true, true]);
  });
});

describe('calls', () => {
  it('goes to the number by a letter, and has the words for the phone folded beside the form', async () => {
    const page = await PageInSpec.of('calls', CallsPage, 'calls', 'papers', 'me', 'reception', 'verdict');
    await page.open('/calls', 'desk');
    await page.answer('GET', '/people', [member({ id: 'zhao', name: '赵婷' })]);
    await page.answer('GET', '/calls', view);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    expect(document.activeElement?.id).toBe('call-phone');
    expect([...page.element.querySelectorAll('lj-office-words summary')].map(({ textContent }) => textContent)).toEqual(['接电话的说辞', '结束通话的说辞']);
  });

  it('shows whose turn the next one is, and registers what was typed by Enter', async () => {
    const page = await PageInSpec.of('calls', CallsPage, 'calls', 'papers', 'me', 'reception', 'verdict');
    await page.open('/calls', 'desk');
    await page.answer('GET', '/people', [member({ id: 'zhao', name: '赵婷' })]);
    await page.answer('GET', '/calls', view);
    expect(page.text()).toContain('下一通轮到 赵婷');
    expect(page.text()).toContain('今天还没有来电');
    await page.type('#call-phone', '13800000001');
    page.element.querySelector<HTMLFormElement>('#call')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await page.shown();
    expect(page.asked('POST', '/calls').request.body).toMatchObject({ phone: '13800000001', says: { firstVisit: 'unclear' } });
  });
});
