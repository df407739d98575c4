import { Component, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink, type Params } from '@angular/router';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Words } from '../language/words';
import type { LiveReading } from '../live/live-reading';
import { ProblemNote } from '../problem/problem-note';
import { Session } from '../session/session';

/** A column of a paper sheet, or several under one heading. */
export interface SheetColumn {
  readonly label: string;
  readonly under?: readonly Omit<SheetColumn, 'under'>[];
  /** How wide beside the others; 1 where nothing is said. */
  readonly share?: number;
}

/** A sheet of the office on paper: A4 across, on the screen as it is printed. What stands between its tags are the choices above it, marked `below` what the paper says under its table. */
@Component({
  selector: 'lj-sheet-paper',
  imports: [NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink],
  templateUrl: './sheet-paper.html',
  styleUrl: './sheet-paper.css',
})
export class SheetPaper {
  /** What it is written from: until that is there it says so, and why it is not. */
  readonly reading = input.required<Pick<LiveReading<unknown>, 'value' | 'problem' | 'refresh'>>();
  readonly heading = input.required<string>();
  /** Whose sheet, of when. */
  readonly facts = input<readonly string[]>([]);
  readonly columns = input.required<readonly SheetColumn[]>();
  readonly rows = input.required<readonly (readonly string[])[]>();
  readonly empty = input.required<string>();
  /** Who signs at its foot. */
  readonly signs = input<readonly string[]>([]);
  /** The page it belongs to. */
  readonly back = input.required<string>();
  /** What is shown there: `?date=2026-11-21`. */
  readonly backTo = input<Params>({});
  readonly #document = inject(DOCUMENT);
  protected readonly office = inject(Session).office;
  protected readonly t = inject(Words).t;

  /** The columns of the cells, those under one heading one by one. */
  protected leaves(): readonly { readonly share: number }[] {
    return this.columns().flatMap((column): readonly Pick<SheetColumn, 'share'>[] => column.under ?? [column]).map(({ share = 1 }) => ({ share }));
  }

  protected width(share: number): string {
    return `${(100 * share / this.leaves().reduce((sum, leaf) => sum + leaf.share, 0)).toFixed(2)}%`;
  }

  protected isGrouped(): boolean {
    return this.columns().some(({ under }) => under);
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }
}
