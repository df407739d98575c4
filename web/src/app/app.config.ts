import { provideHttpClient } from '@angular/common/http';
import {
  isDevMode,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  type ApplicationConfig,
} from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding, withInMemoryScrolling, withNavigationErrorHandler } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { provideNzI18n, zh_CN } from 'ng-zorro-antd/i18n';
import { routes } from './app.routes';
import { DictionaryLoader } from './shared/language/dictionary-loader';
import { languages } from './shared/language/languages';
import { Words } from './shared/language/words';
import { Theme } from './shared/theme/theme';
import { Install } from './shell/device/install';
import { OfflineShell } from './shell/device/offline-shell';
import { provideIcons } from './shell/icons';
import { PageFocus } from './shell/page-focus';
import { pageNotLoaded } from './shell/page-loading';
import { PageTitle } from './shell/page-title';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(),
    provideRouter(routes, withComponentInputBinding(), withNavigationErrorHandler(pageNotLoaded), withInMemoryScrolling({ scrollPositionRestoration: 'enabled' })),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideTransloco({
      config: {
        availableLangs: [...languages],
        defaultLang: 'zh',
        interpolation: ['{', '}'],
        prodMode: !isDevMode(),
        missingHandler: { logMissingKey: true },
      },
      loader: DictionaryLoader,
    }),
    provideNzI18n(zh_CN),
    provideIcons(),
    provideAppInitializer(() => {
      inject(Theme).start();
      inject(PageFocus).start();
      inject(Install).start();
      inject(OfflineShell).start();
      return inject(Words).start();
    }),
  ],
};
