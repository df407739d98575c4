import type { ArrivalAnswer } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { createApp } from '../platform/server/create-app';
import { everybodyIn, granted } from '../reception/testing/sales-office';

describeOnBothDatabases('rules edited and published on one api process', (open) => {
  it('decide an arrival on another process seconds later', async () => {
    const test = await open();
    const office = await everybodyIn(test);
    const second = await createApp({ config: test.config, clock: test.clock });
    try {
      const desk = await office.as('desk');
      const arrives = async (key: string): Promise<ArrivalAnswer> => granted(await second.inject({
        method: 'POST', url: `/api${office.at('/arrivals')}`, headers: { cookie: desk.cookie, 'idempotency-key': key }, payload: { says: { firstVisit: 'yes', unitsWanted: 2 } },
      }));
      expect((await arrives('before-publishing')).visit.decision).toMatchObject({ policyVersion: 1, row: 'new_customer', duties: [] });
      const [last, ...others] = presets['reception-rules'].tables.reception.toReversed();
      if (!last) throw new Error('the table is empty');
      const large = { ...last, id: 'large_order', clause: '本处 §1', when: { units_wanted: { at_least: 2 } }, receiver: ['last_in_order' as const] };
      const document = layOver(presets['reception-rules'], { id: 'ours', name: { zh: '本处制度', en: 'Our rules' }, tables: { reception: [...others.toReversed(), large, last] } });
      const admin = await office.as('admin');
      granted(await admin.put(office.at('/policy/draft'), { document, revision: 0 }));
      test.clock.advance(2_000);
      granted(await admin.post(office.at('/policy/versions'), { draftRevision: 1, note: '大单由末位接待' }));
      test.clock.advance(2_000);
      const { visit } = await arrives('after-publishing');
      expect(visit.decision).toMatchObject({ policyVersion: 2, row: 'large_order', clause: '本处 §1', by: 'last_in_order', chosen: office.idOf('chen') });
      expect(await office.verification()).toMatchObject({ lineFits: true, headFits: true });
    } finally {
      await second.close();
    }
  });
});
