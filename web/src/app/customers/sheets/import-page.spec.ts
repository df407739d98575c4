import { PageInSpec } from '../../../testing/pages';
import { morning } from '../../../testing/decisions';
import ImportPage from './import-page';

const sheet = { id: 'i-1', rows: 3, columns: 3, headed: true, headings: ['姓名', '手机', '顾问'], mapping: ['name', null, 'agent'], sample: [['孙明', '13800000001', '王敏']] };
const trial = {
  counts: { enter: 1, again: 0, skip: 1, faulty: 1 }, nobodys: 1, notedInAll: 2, digest: 'd-1',
  noted: [
    { row: 3, outcome: 'skip', name: '吴芳', phoneMasked: '138 **** 0002', remarks: [{ field: 'phone', reason: 'already_theirs', like: null }], known: { customer: { id: 'c-2', label: '吴女士' }, owner: { id: 'wang', name: '王敏' } } },
    { row: 4, outcome: 'faulty', name: '周洁', phoneMasked: null, remarks: [{ field: 'phone', reason: 'is_phone_number', like: null }], known: null },
  ],
};
const view = (changes: object = {}) => ({
  id: 'i-1', state: 'done', by: { id: 'm', name: '周经理' }, at: morning, rows: 3, done: 3, counts: trial.counts, undoUntil: morning + 3_600_000, withdrawn: 0, stayed: [], again: [], ...changes,
});

describe('customers from a sheet', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('customers/import', ImportPage, 'sheets', 'customers', 'reception');
    await page.open('/customers/import', 'manager');
    await page.answer('GET', '/customers/imports', { imports: [] });
  });

  const paste = async () => {
    const box = page.element.querySelector<HTMLTextAreaElement>('textarea');
    if (!box) throw new Error('nowhere to paste');
    box.value = '姓名\t手机\t顾问\n孙明\t13800000001\t王敏';
    box.dispatchEvent(new Event('input'));
    await page.shown();
    await page.press('读取');
    await page.answer('POST', '/customers/imports', sheet);
  };
  const assignPhone = async () => {
    const column = page.element.querySelector<HTMLSelectElement>('#column-1');
    if (!column) throw new Error('no second column');
    column.value = 'phone';
    column.dispatchEvent(new Event('change'));
    await page.shown();
  };

  it('is tried only once name and phone have a column each', async () => {
    await paste();
    expect(page.text()).toContain('读到 3 行、3 栏');
    expect(page.text()).toContain('请指定哪一栏是姓名、哪一栏是电话');
    await assignPhone();
    await page.press('试运行');
    expect(page.asked('POST', '/customers/imports/i-1/trial').request.body).toEqual({ mapping: ['name', 'phone', 'agent'], headed: true });
  });

  it('says what becomes of every row before anything is entered, carries out exactly that, and takes it back with a reason', async () => {
    await paste();
    await assignPhone();
    await page.press('试运行');
    await page.answer('POST', '/customers/imports/i-1/trial', trial);
    expect(page.text()).toContain('4 有误，不导入 周洁 电话：不是有效的电话号码');
    expect(page.text()).toContain('已归这位顾问 吴女士 归王敏');
    expect(page.text()).toContain('其中 1 位没有写置业顾问');
    await page.press('导入 1 行');
    expect((await page.answer('POST', '/customers/imports/i-1/carry-out', view())).request.body).toEqual({ digest: 'd-1' });
    await page.answerEach('GET', '/customers/imports/i-1', view({ state: 'running', done: 1 }));
    await page.answerEach('GET', '/customers/imports', { imports: [view({ state: 'running', done: 1 })] });
    expect(page.text()).toContain('正在导入：1 / 3 行');
    await page.hearsOfAChange();
    await page.answerEach('GET', '/customers/imports/i-1', view({ again: [{ row: 2, customer: { id: 'c-2', label: '孙女士' }, agent: { id: 'li', name: '李强' } }] }));
    await page.answerEach('GET', '/customers/imports', { imports: [view()] });
    expect(page.text()).toContain('导入完成：3 行');
    expect(page.text()).toContain('由管理人员裁定： 第 2 行：孙女士（李强）');
    await page.press('撤销导入');
    await page.type('#undo-reason', '名单拿错了');
    await page.send();
    expect((await page.answer('POST', '/customers/imports/i-1/undo', view({ state: 'undoing' }))).request.body).toEqual({ reason: '名单拿错了' });
    await page.answerEach('GET', '/customers/imports/i-1', view({ state: 'undone', undoUntil: null, withdrawn: 0, stayed: [{ id: 'c-9', label: '孙先生' }] }));
    await page.answerEach('GET', '/customers/imports', { imports: [view({ state: 'undone', undoUntil: null })] });
    expect(page.text()).toContain('已有新的记录，予以保留： 孙先生');
    expect(page.text()).not.toContain('撤销导入');
  });

  it('says that something changed since the trial, and lets it be tried again', async () => {
    await paste();
    await assignPhone();
    await page.press('试运行');
    await page.answer('POST', '/customers/imports/i-1/trial', trial);
    await page.press('导入 1 行');
    await page.refuse('POST', '/customers/imports/i-1/carry-out', 'import_changed');
    expect(page.element.querySelector('[role=alert]')).not.toBeNull();
    await page.press('重新试运行');
    await page.answer('POST', '/customers/imports/i-1/trial', { ...trial, counts: { enter: 0, again: 0, skip: 2, faulty: 1 } });
    expect([...page.element.querySelectorAll<HTMLButtonElement>('.acts button')].at(-1)?.disabled).toBe(true);
  });
});
