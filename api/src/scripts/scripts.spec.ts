import { scriptSteps, type ScriptCard, type ScriptCards, type ScriptVersions } from '@lunjie/contracts';
import { presetScripts } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { beforeOpening, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';

describeOnBothDatabases('script cards', (open) => {
  let office: SalesOffice;

  beforeAll(async () => {
    office = await beforeOpening(await open());
  });
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const says = async (who: string, step: string, body: object) => (await office.as(who)).put(office.at(`/scripts/${step}`), body);
  const cards = async () => granted<ScriptCards>(await (await office.as('wang')).get(office.at('/scripts'))).cards;

  it('says the presets\' words until the office has words of its own, keeps every version, and enters it', async () => {
    expect(await cards()).toEqual(scriptSteps.map((step) => ({ step, ...presetScripts[step], version: 0, at: null, by: null })));
    const own = { zh: '您好，欢迎来到翡翠湾！', en: 'Welcome to Jade Bay.' };
    expect(granted<ScriptCard>(await says('admin', 'greeting', { ...own, version: 0 }))).toMatchObject({ ...own, version: 1, by: { id: office.idOf('admin') } });
    expect(granted<ScriptCard>(await says('admin', 'greeting', { ...own, version: 1 })).version).toBe(1);
    expect((await cards()).map(({ version }) => version)).toEqual([1, 0, 0, 0, 0, 0]);
    const { versions } = granted<ScriptVersions>(await (await office.as('auditor')).get(office.at('/scripts/greeting/versions')));
    expect(versions.map(({ zh, version }) => [zh, version])).toEqual([[own.zh, 1], [presetScripts.greeting.zh, 0]]);
    expect((await office.entries()).filter(({ kind }) => kind === 'script_card').map(({ content }) => content)).toEqual([{ step: 'greeting', version: 1, ...own }]);
  });

  it('lets one of two who change the same words at once win, and nobody but an admin', async () => {
    const answers = await Promise.all([says('admin', 'see_off', { zh: '慢走', en: 'Bye', version: 0 }), says('admin', 'see_off', { zh: '再见', en: 'Goodbye', version: 0 })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(refusal(await says('admin', 'see_off', { zh: '走好', en: 'Bye bye', version: 0 }))).toEqual([409, 'script_card_changed']);
    expect(refusal(await says('manager', 'see_off', { zh: '走好', en: 'Bye bye', version: 1 }))[0]).toBe(403);
    expect(refusal(await says('admin', 'nodding', { zh: '嗯', en: 'Hm', version: 0 }))).toEqual([404, 'script_step_unknown']);
    expect(refusal(await says('admin', 'see_off', { zh: ' ', en: 'Bye', version: 1 }))[0]).toBe(400);
  });
});
