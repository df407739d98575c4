import { scriptSteps, type ScriptCard } from '@lunjie/contracts';
import { Component, input } from '@angular/core';
import { PageInSpec } from '../../../testing/pages';
import { ScriptCards } from './script-cards';

@Component({ imports: [ScriptCards], template: `<lj-script-cards [edits]="edits() === 'yes'" />` })
class Host {
  readonly edits = input<string>();
}

const cards: readonly ScriptCard[] = scriptSteps.map((step) => ({ step, zh: `${step} 中`, en: `${step} en`, version: 0, at: null, by: null }));

describe('script cards', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('scripts', Host, 'rules', 'reception');
  });

  it('shows what is said at each step to everybody', async () => {
    await page.open('/scripts', 'agent');
    await page.answer('GET', '/scripts', { cards });
    expect(page.element.querySelectorAll('article')).toHaveLength(6);
    expect(page.text()).toContain('迎客 随制度带来，还没有改过 greeting 中 greeting en');
    expect(page.element.querySelectorAll('button')).toHaveLength(0);
  });

  it('lets an admin write both languages, and shows what a colleague wrote meanwhile beside it', async () => {
    await page.open('/scripts?edits=yes', 'admin');
    await page.answer('GET', '/scripts', { cards });
    await page.press('修改');
    await page.type('#zh-greeting', ' 欢迎！ ');
    await page.type('#en-greeting', '');
    expect(page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(true);
    await page.type('#en-greeting', 'Welcome.');
    await page.send();
    expect((await page.refuse('PUT', '/scripts/greeting', 'script_card_changed')).request.body).toEqual({ zh: '欢迎！', en: 'Welcome.', version: 0 });
    const theirs: ScriptCard = { step: 'greeting', zh: '您好', en: 'Hello', version: 1, at: Date.now(), by: { id: 'zheng', name: '郑总' } };
    await page.answer('GET', '/scripts', { cards: cards.map((card) => card.step === 'greeting' ? theirs : card) });
    expect(page.text()).toContain('这张说辞刚被改过');
    expect(page.text()).toContain('您好 Hello');
    await page.send();
    const sent = await page.answer('PUT', '/scripts/greeting', { ...theirs, zh: '欢迎！', en: 'Welcome.', version: 2 });
    expect(sent.request.body).toEqual({ zh: '欢迎！', en: 'Welcome.', version: 1 });
    expect(page.text()).toContain('欢迎！ Welcome. 以前的');
  });
});
