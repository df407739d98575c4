import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { Session } from '../shared/session/session';
import { placesOfWork, startPlaceFor } from './places';

/** Sends a visitor without a session to the sign-in page, and back to where they wanted to go afterwards. */
export const mustBeSignedIn: CanActivateFn = async (_, state) => {
  const router = inject(Router);
  if (await inject(Session).known()) return true;
  const back = state.url === '/' ? {} : { back: state.url };
  return router.createUrlTree(['/login'], { queryParams: back });
};

/** Shows a person without the role who has it. */
export function enterPlace(path: string): CanActivateFn {
  return () => {
    const router = inject(Router);
    const roles = inject(Session).roles();
    const place = placesOfWork.find((one) => one.path === path);
    if (place?.roles.some((role) => roles.includes(role))) return true;
    return router.createUrlTree(['/no-permission'], { queryParams: { place: path } });
  };
}

export const goToFirstPlace: CanActivateFn = () =>
  inject(Router).createUrlTree(['/', startPlaceFor(inject(Session).roles())]);
