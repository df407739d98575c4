/** An event stream that a spec drives by itself. */
export class PretendEventStream extends EventTarget {
  closed = false;

  constructor(readonly url: string) {
    super();
  }

  close(): void {
    this.closed = true;
  }

  say(event: 'open' | 'changed' | 'heartbeat' | 'error'): void {
    if (!this.closed) this.dispatchEvent(new Event(event));
  }
}

/** Opens such streams in place of the browser's, and keeps them all. */
export function pretendStreams() {
  const opened: PretendEventStream[] = [];
  const open = (url: string) => {
    const stream = new PretendEventStream(url);
    opened.push(stream);
    return stream as unknown as EventSource;
  };
  return { opened, open, latest: () => opened[opened.length - 1] };
}
