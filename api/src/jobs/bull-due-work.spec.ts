import { setTimeout as pause } from 'node:timers/promises';
import { BullDueWork } from './bull-due-work';

const url = process.env['TEST_REDIS_URL'];
const never = 3_600_000;

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 250) throw new Error('It did not happen within 5 s.');
    await pause(20);
  }
}

/** Work that says who did it. */
function counted(due: BullDueWork, who: string, done: string[], name = 'sheets'): void {
  due.does({ name, every: never, run: async () => { done.push(who); } });
}

describe('due work over Bull', () => {
  const opened: BullDueWork[] = [];
  const open = (prefix: string, address = url): BullDueWork => {
    if (!address) throw new Error('TEST_REDIS_URL is not set: run the tests with npm test, or nx test api, which start a private Redis.');
    const due = new BullDueWork(address, prefix);
    Object.assign(due, { logger: { warn: () => undefined } });
    opened.push(due);
    return due;
  };

  afterEach(async () => {
    for (const due of opened.splice(0)) await due.onModuleDestroy();
  });

  it('wakes one instance, whoever said so', async () => {
    const [here, there] = [open('one'), open('one')];
    const done: string[] = [];
    for (const [who, due] of [['here', here], ['there', there]] as const) counted(due, who, done);
    for (let time = 1; time <= 6; time++) {
      (time % 2 === 0 ? here : there).wake('sheets');
      await until(() => done.length === time);
    }
    await pause(150);
    expect(done).toHaveLength(6);
  });

  it('takes a burst of wake-ups for one, and looks again for what comes behind it', async () => {
    const due = open('burst');
    const done: string[] = [];
    counted(due, 'here', done);
    due.wake('sheets');
    await until(() => done.length === 1);
    for (let time = 0; time < 1_000; time++) due.wake('sheets');
    await until(() => done.length === 2);
    await pause(150);
    expect(done).toHaveLength(2);
  });

  it('is done by another instance where one does not live to do it', async () => {
    const dying = open('dying');
    dying.does({ name: 'sheets', every: never, run: async () => undefined });
    await dying.onModuleDestroy();
    const done: string[] = [];
    const living = open('dying');
    counted(living, 'living', done);
    living.wake('sheets');
    await until(() => done.length === 1);
    expect(done).toEqual(['living']);
  });

  it('is done here when Redis is away', async () => {
    const due = open('away', 'redis://127.0.0.1:1');
    const done: string[] = [];
    counted(due, 'here', done);
    due.wake('sheets');
    await until(() => done.length === 1);
    await due.settled('sheets');
    expect(done).toHaveLength(2);
  });
});
