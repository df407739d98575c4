import { HttpErrorResponse } from '@angular/common/http';

/** One fault of a request body, by the path of the field. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/**
 * A problem document (RFC 9457) from the API, or one the console makes itself where no answer came:
 * `network` (nothing heard, so it is not known whether the server did it) and `unreadable` (an answer that is not the API's).
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly data: Readonly<Record<string, unknown>> = {},
    readonly errors: readonly FieldFault[] = [],
  ) {
    super(`${code} (${status}): ${detail || title}`);
  }

  /** Whether a later try with the same key may succeed. */
  get passing(): boolean {
    return this.code === 'network' || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** Reads whatever HttpClient threw. */
export function problemFrom(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (!(error instanceof HttpErrorResponse)) return new ApiProblem('unreadable', 0, '', String(error));
  if (error.status === 0) return new ApiProblem('network', 0, '', '');
  const body: unknown = error.error;
  if (!isRecord(body) || typeof body['code'] !== 'string') return new ApiProblem('unreadable', error.status, '', '');
  const data = isRecord(body['data']) ? body['data'] : {};
  const seconds = Number(error.headers.get('retry-after'));
  return new ApiProblem(
    body['code'],
    error.status,
    text(body['title']),
    text(body['detail']),
    seconds > 0 && data['seconds'] === undefined ? { ...data, seconds } : data,
    Array.isArray(body['errors']) ? body['errors'].filter(isFault) : [],
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFault(value: unknown): value is FieldFault {
  return isRecord(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
