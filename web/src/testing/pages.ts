import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@lunjie/contracts';
import { provideIcons } from '../app/shell/icons';
import { OPEN_EVENT_STREAM } from '../app/shared/live/event-stream';
import type { Place } from '../app/shared/language/languages';
import { Words } from '../app/shared/language/words';
import { provideWords } from './dictionaries';
import { pretendStreams } from './pretend-event-stream';
import { signIn } from './sessions';
import { settled } from './settled';
import { visibleText } from './visible-text';

/** A page as a person uses it in a spec: opened by its address, read as it is read, and pressed by the words on its buttons. */
export class PageInSpec {
  private harness: RouterTestingHarness | undefined;

  private constructor(
    private readonly http: HttpTestingController,
    private readonly streams: ReturnType<typeof pretendStreams>,
  ) {}

  /** Readies a page whose route is `path`; its words are those of `places`. */
  static async of(path: string, page: Type<unknown>, ...places: readonly Place[]): Promise<PageInSpec> {
    localStorage.clear();
    const streams = pretendStreams();
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    TestBed.configureTestingModule({
      providers: [
        provideWords(), provideHttpClient(), provideHttpClientTesting(), provideIcons(), provideRouter([{ path, component: page }], withComponentInputBinding()),
        { provide: OPEN_EVENT_STREAM, useValue: streams.open },
      ],
    });
    const words = TestBed.inject(Words);
    await words.start();
    await words.need(...places);
    return new PageInSpec(TestBed.inject(HttpTestingController), streams);
  }

  async open(address: string, ...roles: Role[]): Promise<void> {
    await signIn(...roles);
    this.harness = await RouterTestingHarness.create();
    await this.go(address);
  }

  async go(address: string): Promise<void> {
    await this.harness?.navigateByUrl(address);
    await this.shown();
  }

  /** Something of the office changed, somewhere else. */
  async hearsOfAChange(): Promise<void> {
    for (const event of ['open', 'changed'] as const) this.streams.latest()?.say(event);
    await this.shown();
  }

  async shown(): Promise<void> {
    await settled();
    this.harness?.detectChanges();
    await settled();
  }

  get element(): HTMLElement {
    const element = this.harness?.routeNativeElement;
    if (!(element instanceof HTMLElement)) throw new Error('no page');
    return element;
  }

  text(): string {
    return visibleText(this.element);
  }

  /** The one request of this kind that waits for an answer. */
  asked(method: string, path: string): TestRequest {
    return this.http.expectOne((request) => request.method === method && request.url === `/api/offices/office-1${path}`);
  }

  async answer(method: string, path: string, body: object): Promise<TestRequest> {
    const request = this.asked(method, path);
    request.flush(body);
    await this.shown();
    return request;
  }

  /** Answers every request of this kind alike, also those that follow: what stands twice on a page is read twice, and what changed meanwhile once more. */
  async answerEach(method: string, path: string, body: object): Promise<void> {
    const asked = () => this.http.match((one) => one.method === method && one.url === `/api/offices/office-1${path}`);
    for (let requests = asked(); requests.length > 0; requests = asked()) {
      for (const request of requests) request.flush(body);
      await this.shown();
    }
  }

  async refuse(method: string, path: string, code: string, data: object = {}, status = 409): Promise<TestRequest> {
    const request = this.asked(method, path);
    request.flush({ type: '', title: '', status, detail: '', code, data }, { status, statusText: 'x' });
    await this.shown();
    return request;
  }

  async press(words: string): Promise<void> {
    const found = [...this.element.querySelectorAll<HTMLElement>('button, a, summary, label')].find((one) => visibleText(one) === words);
    if (!found) throw new Error(`nothing to press says "${words}" in ${this.text()}`);
    found.click();
    await this.shown();
  }

  async type(selector: string, text: string): Promise<void> {
    const box = this.element.querySelector<HTMLInputElement>(selector);
    if (!box) throw new Error(`no field ${selector}`);
    box.value = text;
    box.dispatchEvent(new Event('input'));
    await this.shown();
  }

  async send(): Promise<void> {
    this.element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await this.shown();
  }
}
