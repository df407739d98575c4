import { inject } from '@angular/core';
import { Words } from '../shared/language/words';

/** Tells a customer who left no name in words, wherever a label is shown. Needs an injection context. */
export function injectCustomerLabel(): <T extends { readonly customerLabel: string }>(of: T) => T {
  const { t } = inject(Words);
  return (of) => (of.customerLabel ? of : { ...of, customerLabel: t('reception.someone') });
}
