import { EnvironmentInjector, createEnvironmentInjector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { pretendStreams } from '../../../testing/pretend-event-stream';
import { OPEN_EVENT_STREAM } from './event-stream';
import { Live } from './live';

describe('Live', () => {
  let streams: ReturnType<typeof pretendStreams>;
  let live: Live;
  let changes: number;
  let pages: EnvironmentInjector[];

  /** A page that listens; destroying it is leaving the page. */
  function page(): EnvironmentInjector {
    const injector = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    runInInjectionContext(injector, () => live.listen('office-1'));
    pages.push(injector);
    return injector;
  }

  beforeEach(() => {
    jest.useFakeTimers();
    streams = pretendStreams();
    TestBed.configureTestingModule({ providers: [{ provide: OPEN_EVENT_STREAM, useValue: streams.open }] });
    live = TestBed.inject(Live);
    changes = 0;
    pages = [];
    live.changes.subscribe(() => (changes += 1));
  });

  afterEach(() => {
    for (const open of pages.filter((one) => !one.destroyed)) open.destroy();
    jest.useRealTimers();
  });

  it('opens one stream for however many listen, and closes it with the last', () => {
    const one = page();
    const two = page();
    expect(streams.opened.map(({ url }) => url)).toEqual(['/api/offices/office-1/live']);
    one.destroy();
    expect(streams.latest()?.closed).toBe(false);
    two.destroy();
    expect(streams.latest()?.closed).toBe(true);
  });

  it('is live once the stream opens and passes every change on', () => {
    page();
    expect(live.state()).toBe('connecting');
    streams.latest()?.say('open');
    expect(live.state()).toBe('live');
    streams.latest()?.say('changed');
    streams.latest()?.say('changed');
    expect(changes).toBe(2);
  });

  it('reconnects after an error, says so meanwhile, and reads again on its return', () => {
    page();
    streams.latest()?.say('open');
    streams.latest()?.say('error');
    expect(live.state()).toBe('reconnecting');
    jest.advanceTimersByTime(1_000);
    expect(streams.opened).toHaveLength(2);
    streams.latest()?.say('open');
    expect(live.state()).toBe('live');
    expect(changes).toBe(1);
  });

  it('lets pages read on a timer while there is no stream', () => {
    page();
    streams.latest()?.say('error');
    jest.advanceTimersByTime(30_000);
    expect(changes).toBeGreaterThanOrEqual(3);
  });

  it('replaces a stream that went silent without alarming anybody, and keeps one that beats', () => {
    page();
    streams.latest()?.say('open');
    for (let beat = 0; beat < 5; beat += 1) {
      jest.advanceTimersByTime(15_000);
      streams.latest()?.say('heartbeat');
    }
    expect(streams.opened).toHaveLength(1);
    jest.advanceTimersByTime(45_000);
    expect(streams.opened).toHaveLength(2);
    expect(live.state()).toBe('live');
    streams.latest()?.say('open');
    expect(changes).toBe(1);
  });

  it('says that it is reconnecting when the fresh stream does not open', () => {
    page();
    streams.latest()?.say('open');
    jest.advanceTimersByTime(60_000);
    expect(live.state()).toBe('reconnecting');
  });

  it('reads at once after sleep and opens a new stream', () => {
    page();
    streams.latest()?.say('open');
    jest.setSystemTime(Date.now() + 8 * 3_600_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(changes).toBe(1);
    expect(streams.opened).toHaveLength(2);
  });
});
