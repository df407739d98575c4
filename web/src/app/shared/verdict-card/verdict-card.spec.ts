import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { ReceptionDecision } from '@lunjie/contracts';
import { DownOutline } from '@ant-design/icons-angular/icons';
import { provideNzIcons } from 'ng-zorro-antd/icon';
import { provideWords } from '../../../testing/dictionaries';
import { askingTheWay, assistedForAbsentOwner, morning, names, receivedInTurn, waitingForOwner } from '../../../testing/decisions';
import { visibleText } from '../../../testing/visible-text';
import { Clock } from '../clock/clock';
import { Words } from '../language/words';
import { VerdictCard } from './verdict-card';

async function show(decision: ReceptionDecision, inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(VerdictCard);
  for (const [name, value] of Object.entries({ decision, names, today: '2026-05-09', ...inputs })) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const element: HTMLElement = fixture.nativeElement;
  return { fixture, element, text: () => visibleText(element) };
}

describe('the verdict card', () => {
  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideWords(), provideHttpClient(), provideNzIcons([DownOutline])] });
    TestBed.inject(Clock).heard(morning);
    const words = TestBed.inject(Words);
    await words.start();
    await words.need('verdict');
  });

  it('says who, why them, and why nobody else, with times and what each loses or earns', async () => {
    const { text } = await show(receivedInTurn());
    expect(text()).toContain('轮到 赵婷');
    expect(text()).toContain('002 §9 · 政策 v7');
    expect(text()).toContain('计一次接待 · 按顺序 · 10:32');
    expect(text()).toContain('为什么是 赵婷 按接待顺序，第一位在场且空闲的人（排第 3 位，共 4 人）');
    expect(text()).toContain('李强 外出（公事），10:05 起 → 记补接 1');
    expect(text()).toContain('陈浩 接待中，自 10:11');
    expect(text()).toContain('王敏 排在第 4 位，还没轮到');
    expect(text()).toContain('首次到访 是');
    expect(text()).toContain('002 §9：原顾问要求“有效 或 已失效”，实际“没有”');
  });

  it('shows both compared values of a claim, and the limit of a large order', async () => {
    const { text } = await show(assistedForAbsentOwner());
    expect(text()).toContain('请末位 王敏 接待');
    expect(text()).toContain('不计接待次数');
    expect(text()).toContain('李强（不在场），有效期至 5月25日，今天 5月9日');
    expect(text()).toContain('想要 3 套，规定 3 套及以上：接待结束后报告销售经理');
  });

  it('says whom a customer waits for, and when nobody is sent', async () => {
    expect((await show(waitingForOwner())).text()).toContain('请客户稍候，等 陈浩');
    const { text } = await show(askingTheWay());
    expect(text()).toContain('不需要安排接待');
    expect(text()).toContain('按 002 §9，找人、问路不占用顾问。');
  });

  it('folds to its first line and opens on the button', async () => {
    const { element, fixture, text } = await show(receivedInTurn(), { folded: true });
    expect(text()).toContain('轮到 赵婷');
    expect(text()).not.toContain('李强');
    const button = element.querySelector('button');
    expect(button?.getAttribute('aria-expanded')).toBe('false');
    button?.click();
    await fixture.whenStable();
    expect(button?.getAttribute('aria-expanded')).toBe('true');
    expect(text()).toContain('李强');
  });

  it('follows a change of language', async () => {
    const { fixture, text } = await show(receivedInTurn());
    await TestBed.inject(Words).speak('en');
    await fixture.whenStable();
    expect(text()).toContain('赵婷 is up now');
    expect(text()).toContain('李强 Out (official) since 10:05 → earns 1 make-up turn');
  });
});
