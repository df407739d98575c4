import { Component } from '@angular/core';
import { morning } from '../../../testing/decisions';
import { PageInSpec } from '../../../testing/pages';
import { ExportQuestion } from './export-question';

@Component({ imports: [ExportQuestion], template: `<lj-export-question [filters]="filters" />` })
class Exporting {
  protected readonly filters = { grade: 'A' as const };
}

const one = (changes: object = {}) => ({
  id: 'x-1', state: 'due', by: { id: 'zhao', name: '赵婷' }, at: morning, format: 'csv', columns: ['name'], reason: '月度核对', rows: 0, total: null, bytes: 0, expiresAt: morning + 3_600_000, ...changes,
});

describe('the customers taken out as a sheet', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('export', Exporting, 'sheets', 'reception');
    await page.open('/export', 'agent');
    await page.answer('GET', '/customers/exports', { exports: [] });
  });

  const send = async () => {
    await page.type('#export-reason', '月度核对');
    await page.send();
  };

  it('needs a reason and a column, and takes the filters of the screen along', async () => {
    const submit = () => page.element.querySelector<HTMLButtonElement>('[type=submit]');
    expect(submit()?.disabled).toBe(true);
    await page.press('性别');
    await page.press('.csv');
    await send();
    const { request } = await page.answer('POST', '/customers/exports', { id: 'x-1' });
    expect(request.body).toMatchObject({ filters: { grade: 'A' }, format: 'csv', language: 'zh', reason: '月度核对' });
    expect((request.body as { columns: string[] }).columns).toContain('gender');
  });

  it('says how far the file is, of how many, and leads to it once it is there', async () => {
    await send();
    await page.answer('POST', '/customers/exports', { id: 'x-1' });
    await page.answer('GET', '/customers/exports', { exports: [one()] });
    expect(page.element.querySelector('progress')?.hasAttribute('value')).toBe(false);
    const read = async (exported: object) => {
      await new Promise((done) => setTimeout(done, 1_050));
      await page.answer('GET', '/customers/exports', { exports: [exported] });
    };
    await read(one({ rows: 500, total: 1_200 }));
    expect(page.text()).toContain('正在写入，500 / 1200 位');
    expect([page.element.querySelector('progress')?.value, page.element.querySelector('progress')?.max]).toEqual([500, 1_200]);
    await read(one({ state: 'done', rows: 1_200, total: 1_200 }));
    expect(page.text()).toContain('1200 位');
    expect(page.element.querySelector('li a')?.getAttribute('href')).toBe('/api/offices/office-1/customers/exports/x-1/file');
    expect(page.element.querySelector('progress')).toBeNull();
  });

  it('keeps what was asked for where it is refused', async () => {
    await send();
    await page.refuse('POST', '/customers/exports', 'exports_under_way', { count: 3 });
    await page.answer('GET', '/customers/exports', { exports: [] });
    expect(page.element.querySelector('[role=alert]')).not.toBeNull();
    expect(page.element.querySelector<HTMLInputElement>('#export-reason')?.value).toBe('月度核对');
  });
});
