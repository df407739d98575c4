import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';
import { placesOfWork, type PlaceOfWork } from './places';

/** The place an address belongs to: a place inside another is the inner one. */
export function placeAt(address: string): PlaceOfWork | undefined {
  const path = address.split(/[?#]/)[0]?.slice(1) ?? '';
  return placesOfWork.filter((place) => path === place.path || path.startsWith(`${place.path}/`)).toSorted((one, other) => other.path.length - one.path.length)[0];
}

/** Where the person is. Needs an injection context. */
export function injectPlaceHere(): Signal<PlaceOfWork | undefined> {
  const router = inject(Router);
  const address = toSignal(router.events.pipe(filter((event) => event instanceof NavigationEnd), map(() => router.url)), { initialValue: router.url });
  return computed(() => placeAt(address()));
}
