import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from './shared/session/session';
import { UnreachableNote } from './shell/unreachable-note';

@Component({
  selector: 'lj-root',
  imports: [RouterOutlet, UnreachableNote],
  template: `
    @if (unreachable()) {
      <lj-unreachable-note />
    }
    <router-outlet />
  `,
})
export class App {
  protected readonly unreachable = inject(Session).unreachable;
}
