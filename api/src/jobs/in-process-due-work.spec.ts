import { InProcessDueWork } from './in-process-due-work';

const never = 3_600_000;

describe('due work in one process', () => {
  it('is done one run at a time, and once more for who asked meanwhile', async () => {
    const due = new InProcessDueWork();
    let atOnce = 0;
    let most = 0;
    let runs = 0;
    due.does({ name: 'sheets', every: never, run: async () => {
      runs += 1;
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
    } });
    await Promise.all([due.settled('sheets'), due.settled('sheets'), due.settled('sheets')]);
    expect([runs, most]).toEqual([2, 1]);
    await due.settled('nothing of this name');
    await due.onModuleDestroy();
    due.wake('sheets');
    expect(runs).toBe(2);
  });

  it('goes on after a failure', async () => {
    const due = new InProcessDueWork();
    let runs = 0;
    Object.assign(due, { logger: { error: () => undefined } });
    due.does({ name: 'sheets', every: never, run: async () => {
      runs += 1;
      if (runs === 1) throw new Error('no');
    } });
    await due.settled('sheets');
    await due.settled('sheets');
    expect(runs).toBe(2);
    await due.onModuleDestroy();
  });

  it('is looked for by itself', async () => {
    const due = new InProcessDueWork();
    await new Promise<void>((resolve) => due.does({ name: 'sheets', every: 1, run: async () => resolve() }));
    await due.onModuleDestroy();
  });
});
