import { Injectable } from '@nestjs/common';

/** What the server says about itself once it is up, beside its address. Features add to it: demo accounts, for one. */
@Injectable()
export class Announcement {
  private readonly parts: (() => readonly string[] | Promise<readonly string[]>)[] = [];

  /** Adds lines, asked for at the start. */
  add(part: () => readonly string[] | Promise<readonly string[]>): void {
    this.parts.push(part);
  }

  /** Every line, in the order they were added. */
  async lines(): Promise<string[]> {
    const lines: string[] = [];
    for (const part of this.parts) lines.push(...(await part()));
    return lines;
  }
}
