import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { BoardView } from '@lunjie/contracts';
import { provideWords } from '../../testing/dictionaries';
import { morning } from '../../testing/decisions';
import { pretendStreams } from '../../testing/pretend-event-stream';
import { signIn } from '../../testing/sessions';
import { settled } from '../../testing/settled';
import { visibleText } from '../../testing/visible-text';
import { Clock } from '../shared/clock/clock';
import { Words } from '../shared/language/words';
import { OPEN_EVENT_STREAM } from '../shared/live/event-stream';
import { provideIcons } from '../shell/icons';
import BoardPage from './board-page';

const minute = 60_000;
const person = (id: string, name: string) => ({ id, name });
const zhao = person('zhao', '赵婷');
const li = person('li', '李强');
const chen = person('chen', '陈浩');
const standing = { since: null, reason: null, expectedBackAt: null, makeupTurns: 0, suspendedUntil: null, countedToday: 0, team: null } as const;

function busyMorning(changes: Partial<BoardView> = {}): BoardView {
  return {
    office: { id: 'office-1', name: '翡翠湾售楼处', timeZone: 'Asia/Shanghai' },
    now: morning, seq: 1, businessDate: '2026-05-09', day: 'open', opens: '08:30', closes: '18:30', queue: 'visit',
    up: [{ agent: zhao, by: 'makeup' }], calls: { next: zhao },
    line: [
      { ...standing, agent: li, state: 'out', since: morning - 27 * minute, reason: 'official', makeupTurns: 1 },
      { ...standing, agent: zhao, state: 'free' },
      { ...standing, agent: chen, state: 'receiving', since: morning - 21 * minute },
    ],
    standby: [zhao], cover: { minimum: 1, present: 2, short: false, since: morning - 27 * minute, out: [{ agent: li, reason: 'official', since: morning - 27 * minute, expectedBackAt: null, late: false }] }, door: { standing: { agent: li, since: morning - 27 * minute }, next: chen }, notSignedIn: [person('wang', '王敏')],
    receiving: [{ id: 'r1', agent: chen, customerLabel: '刘先生', since: morning - 21 * minute, mode: 'in_turn', counts: true, accepted: true }],
    waiting: [{ visit: 'v1', customerLabel: '何女士', since: morning - 6 * minute, partySize: 3, waitsFor: li, canBeReceivedBy: null, hasContact: true }],
    absenceReasons: [], lastChangeAt: morning - minute,
    ...changes,
  };
}

describe('the board', () => {
  const streams = pretendStreams();
  const url = '/api/offices/office-1/board';

  async function show(view: BoardView) {
    const fixture = TestBed.createComponent(BoardPage);
    const http = TestBed.inject(HttpTestingController);
    http.expectOne(url).flush(view);
    await settled();
    await fixture.whenStable();
    const element: HTMLElement = fixture.nativeElement;
    return { fixture, http, element, text: () => visibleText(element) };
  }

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideWords(), provideHttpClient(), provideHttpClientTesting(), provideRouter([]), provideIcons(),
        { provide: OPEN_EVENT_STREAM, useValue: streams.open },
      ],
    });
    const words = TestBed.inject(Words);
    await words.start();
    await words.need('board', 'verdict');
    await signIn('agent');
    TestBed.inject(Clock).heard(morning);
  });

  it('says when the post is short, who is out since when and who should be back', async () => {
    const out = { agent: li, reason: 'lunch', since: morning - 27 * minute, expectedBackAt: null, late: false } as const;
    const back = { ...out, agent: chen, expectedBackAt: morning - minute, late: true };
    const { text } = await show(busyMorning({ cover: { minimum: 2, present: 1, short: true, since: morning - 27 * minute, out: [out, back] } }));
    expect(text()).toContain('岗位上在岗 1 位，至少 2 位，自 10:05 起');
    expect(text()).toContain('李强 用餐，10:05 起');
    expect(text()).toContain('陈浩 用餐，应于 10:31 返回');
  });

  it('shows who is up, who receives whom since when, who is out and why, and who waits', async () => {
    const { text } = await show(busyMorning());
    expect(text()).toContain('现在轮到 赵婷 补接');
    expect(text()).toContain('陈浩 21 分钟 刘先生 计次');
    expect(text()).toContain('李强 公事，10:05 起 补接 1');
    expect(text()).toContain('等候 1 何女士 3 人 等 李强 6 分钟');
    expect(text()).toContain('未签到：王敏');
    expect(text()).toContain('最近变动 10:31');
  });

  it('gives each in the line the place they hold, whoever is away before them', async () => {
    const { text } = await show(busyMorning());
    expect(text()).toContain('门岗：李强，10:05 起 下一班：陈浩');
    expect(text()).toContain('接待顺序 下一个来电：赵婷 2 赵婷 备岗 空闲 3 陈浩 接待中');
  });

  it('says what to do before the day has begun, and leads an agent there', async () => {
    const { element, text } = await show(busyMorning({ day: 'not_opened', up: [], line: [], receiving: [], waiting: [] }));
    expect(text()).toContain('今天还没有开始');
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/me');
  });

  it('changes within the same moment as the office does', async () => {
    const { fixture, http, text } = await show(busyMorning());
    streams.latest()?.say('open');
    streams.latest()?.say('changed');
    http.expectOne(url).flush(busyMorning({ seq: 2, up: [{ agent: chen, by: 'turn' }] }));
    await settled();
    await fixture.whenStable();
    expect(text()).toContain('现在轮到 陈浩');
  });

  it('keeps its last picture when the server fails, and says how old it is', async () => {
    const { fixture, http, text } = await show(busyMorning());
    streams.latest()?.say('changed');
    http.expectOne(url).flush({ code: 'internal', title: 'x' }, { status: 500, statusText: 'x' });
    await settled();
    await fixture.whenStable();
    expect(text()).toContain('不到 1 分钟前的数据');
    expect(text()).toContain('赵婷');
  });

  it('dims after closing, once the last customer has gone', async () => {
    const { element } = await show(busyMorning({ day: 'closed', receiving: [], waiting: [] }));
    expect(element.classList).toContain('dimmed');
  });

  it('stays lit while somebody is still received', async () => {
    const { element } = await show(busyMorning({ day: 'closed' }));
    expect(element.classList).not.toContain('dimmed');
  });
});
