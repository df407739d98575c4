import { HttpClient, HttpHeaders, type HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Subject, catchError, firstValueFrom, retry, throwError, timer } from 'rxjs';
import { Clock } from '../clock/clock';
import { Words } from '../language/words';
import { problemFrom, type ApiProblem } from './api-problem';

type Query = Readonly<Record<string, string | number | boolean>>;

export interface WriteOptions {
  /** The key of an earlier try of the same act; a new act gets its own. */
  readonly key?: string;
}

const timeoutMs = 15_000;
/** Waits before trying again where no answer came: the key makes a second try safe. */
const pauses = [400, 1_500];

/** A key for one act of a person, kept through every retry of that act. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** The one way to the API. Every failure is an `ApiProblem`. */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  readonly #http = inject(HttpClient);
  readonly #words = inject(Words);
  readonly #clock = inject(Clock);
  readonly #signedOut = new Subject<void>();

  /** The server said that the session is over. */
  readonly signedOut = this.#signedOut.asObservable();

  get<T>(path: string, query?: Query): Promise<T> {
    return this.#send<T>('GET', path, { query });
  }

  post<T>(path: string, body: object = {}, options: WriteOptions = {}): Promise<T> {
    return this.#write<T>('POST', path, body, options);
  }

  put<T>(path: string, body: object, options: WriteOptions = {}): Promise<T> {
    return this.#write<T>('PUT', path, body, options);
  }

  patch<T>(path: string, body: object, options: WriteOptions = {}): Promise<T> {
    return this.#write<T>('PATCH', path, body, options);
  }

  delete<T>(path: string, options: WriteOptions = {}): Promise<T> {
    return this.#write<T>('DELETE', path, undefined, options);
  }

  #write<T>(method: string, path: string, body: object | undefined, { key = newKey() }: WriteOptions): Promise<T> {
    return this.#send<T>(method, path, { body, key });
  }

  #send<T>(method: string, path: string, { body, key, query }: { body?: object; key?: string; query?: Query }): Promise<T> {
    let headers = new HttpHeaders({ 'Accept-Language': this.#words.locale() });
    if (key) headers = headers.set('Idempotency-Key', key);
    return firstValueFrom(
      this.#http
        .request<T>(method, `/api${path}`, { body, headers, params: query, observe: 'response', timeout: timeoutMs })
        .pipe(
          catchError((error: unknown) => throwError(() => problemFrom(error))),
          retry({
            count: pauses.length,
            delay: (problem: ApiProblem, attempt) =>
              problem.passing ? timer(pauses[attempt - 1] ?? 0) : throwError(() => problem),
          }),
        ),
    ).then(
      (answer) => this.#read(answer),
      (problem: ApiProblem) => {
        if (problem.status === 401 && !path.startsWith('/auth/')) this.#signedOut.next();
        throw problem;
      },
    );
  }

  #read<T>(answer: HttpResponse<T>): T {
    const date = Date.parse(answer.headers.get('date') ?? '');
    if (Number.isFinite(date)) this.#clock.heard(date);
    return answer.body as T;
  }
}
