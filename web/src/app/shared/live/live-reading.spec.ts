import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideWords } from '../../../testing/dictionaries';
import { pretendStreams } from '../../../testing/pretend-event-stream';
import { signIn } from '../../../testing/sessions';
import { settled } from '../../../testing/settled';
import { OPEN_EVENT_STREAM } from './event-stream';
import { liveReading } from './live-reading';

@Component({ selector: 'lj-reader', template: '{{ reading.value()?.seq }}' })
class Reader {
  readonly reading = liveReading<{ seq: number }>('board');
}

const asked = signal('turns?agent=a');

@Component({ selector: 'lj-chooser', template: '{{ reading.value()?.seq }}' })
class Chooser {
  readonly reading = liveReading<{ seq: number }>(asked);
}

describe('a live reading', () => {
  const url = '/api/offices/office-1/board';
  let http: HttpTestingController;
  let streams: ReturnType<typeof pretendStreams>;

  function read() {
    return TestBed.createComponent(Reader).componentInstance.reading;
  }

  beforeEach(async () => {
    streams = pretendStreams();
    TestBed.configureTestingModule({
      providers: [provideWords(), provideHttpClient(), provideHttpClientTesting(), { provide: OPEN_EVENT_STREAM, useValue: streams.open }],
    });
    http = TestBed.inject(HttpTestingController);
    await signIn('desk');
  });

  it('reads at once and again on every change', async () => {
    const reading = read();
    http.expectOne(url).flush({ seq: 1 });
    await settled();
    expect(reading.value()).toEqual({ seq: 1 });

    streams.latest()?.say('open');
    streams.latest()?.say('changed');
    http.expectOne(url).flush({ seq: 2 });
    await settled();
    expect(reading.value()).toEqual({ seq: 2 });
    expect(reading.stale()).toBe(false);
  });

  it('reads once more for all that changed while it was reading, so the last answer is the newest', async () => {
    const reading = read();
    const first = http.expectOne(url);
    streams.latest()?.say('changed');
    streams.latest()?.say('changed');
    http.expectNone(url);
    first.flush({ seq: 1 });
    await settled();
    http.expectOne(url).flush({ seq: 3 });
    await settled();
    expect(reading.value()).toEqual({ seq: 3 });
    http.verify();
  });

  it('keeps the last answer when reading fails, and says that it is stale until it succeeds', async () => {
    const reading = read();
    http.expectOne(url).flush({ seq: 1 });
    await settled();
    void reading.refresh();
    http.expectOne(url).flush({ code: 'internal', title: '系统出错' }, { status: 500, statusText: 'x' });
    await settled();
    expect(reading.value()).toEqual({ seq: 1 });
    expect(reading.problem()?.code).toBe('internal');
    expect(reading.stale()).toBe(true);

    void reading.refresh();
    http.expectOne(url).flush({ seq: 2 });
    await settled();
    expect(reading.stale()).toBe(false);
    expect(reading.problem()).toBeNull();
  });

  it('follows what is asked for, and never shows the answer to something else', async () => {
    const fixture = TestBed.createComponent(Chooser);
    const { reading } = fixture.componentInstance;
    const at = (agent: string) => http.expectOne(`/api/offices/office-1/turns?agent=${agent}`);
    await fixture.whenStable();
    const slow = at('a');
    asked.set('turns?agent=b');
    await fixture.whenStable();
    slow.flush({ seq: 1 });
    await settled();
    expect(reading.value()).toBeNull();
    at('b').flush({ seq: 2 });
    await settled();
    expect(reading.value()).toEqual({ seq: 2 });
    asked.set('turns?agent=c');
    await fixture.whenStable();
    expect(reading.value()).toBeNull();
    at('c').flush({ seq: 3 });
    await settled();
    expect(reading.value()).toEqual({ seq: 3 });
    http.verify();
  });
});
