/** The console's languages and, for each place, where its words are. A new place adds one line a language. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** What the browser and `Intl` call each language. */
export const localeOf: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

/** Words of one place; a nested key is reached with dots (`board.state.live`). */
export interface Dictionary {
  readonly [key: string]: string | Dictionary;
}

type Load = () => Promise<{ readonly default: Dictionary }>;

export const places = {
  shell: {
    zh: () => import('../../../i18n/zh/shell.json'),
    en: () => import('../../../i18n/en/shell.json'),
  },
  problems: {
    zh: () => import('../../../i18n/zh/problems.json'),
    en: () => import('../../../i18n/en/problems.json'),
  },
  help: {
    zh: () => import('../../../i18n/zh/help.json'),
    en: () => import('../../../i18n/en/help.json'),
  },
  notices: {
    zh: () => import('../../../i18n/zh/notices.json'),
    en: () => import('../../../i18n/en/notices.json'),
  },
  verdict: {
    zh: () => import('../../../i18n/zh/verdict.json'),
    en: () => import('../../../i18n/en/verdict.json'),
  },
  board: {
    zh: () => import('../../../i18n/zh/board.json'),
    en: () => import('../../../i18n/en/board.json'),
  },
  reception: {
    zh: () => import('../../../i18n/zh/reception.json'),
    en: () => import('../../../i18n/en/reception.json'),
  },
  desk: {
    zh: () => import('../../../i18n/zh/desk.json'),
    en: () => import('../../../i18n/en/desk.json'),
  },
  me: {
    zh: () => import('../../../i18n/zh/me.json'),
    en: () => import('../../../i18n/en/me.json'),
  },
  customers: {
    zh: () => import('../../../i18n/zh/customers.json'),
    en: () => import('../../../i18n/en/customers.json'),
  },
  claims: {
    zh: () => import('../../../i18n/zh/claims.json'),
    en: () => import('../../../i18n/en/claims.json'),
  },
  papers: {
    zh: () => import('../../../i18n/zh/papers.json'),
    en: () => import('../../../i18n/en/papers.json'),
  },
  calls: {
    zh: () => import('../../../i18n/zh/calls.json'),
    en: () => import('../../../i18n/en/calls.json'),
  },
  followUp: {
    zh: () => import('../../../i18n/zh/followUp.json'),
    en: () => import('../../../i18n/en/followUp.json'),
  },
  pool: {
    zh: () => import('../../../i18n/zh/pool.json'),
    en: () => import('../../../i18n/en/pool.json'),
  },
  sheets: {
    zh: () => import('../../../i18n/zh/sheets.json'),
    en: () => import('../../../i18n/en/sheets.json'),
  },
  requests: {
    zh: () => import('../../../i18n/zh/requests.json'),
    en: () => import('../../../i18n/en/requests.json'),
  },
  draws: {
    zh: () => import('../../../i18n/zh/draws.json'),
    en: () => import('../../../i18n/en/draws.json'),
  },
  disputes: {
    zh: () => import('../../../i18n/zh/disputes.json'),
    en: () => import('../../../i18n/en/disputes.json'),
  },
  penalties: {
    zh: () => import('../../../i18n/zh/penalties.json'),
    en: () => import('../../../i18n/en/penalties.json'),
  },
  checks: {
    zh: () => import('../../../i18n/zh/checks.json'),
    en: () => import('../../../i18n/en/checks.json'),
  },
  handovers: {
    zh: () => import('../../../i18n/zh/handovers.json'),
    en: () => import('../../../i18n/en/handovers.json'),
  },
  units: {
    zh: () => import('../../../i18n/zh/units.json'),
    en: () => import('../../../i18n/en/units.json'),
  },
  deals: {
    zh: () => import('../../../i18n/zh/deals.json'),
    en: () => import('../../../i18n/en/deals.json'),
  },
  receipts: {
    zh: () => import('../../../i18n/zh/receipts.json'),
    en: () => import('../../../i18n/en/receipts.json'),
  },
  commission: {
    zh: () => import('../../../i18n/zh/commission.json'),
    en: () => import('../../../i18n/en/commission.json'),
  },
  evening: {
    zh: () => import('../../../i18n/zh/evening.json'),
    en: () => import('../../../i18n/en/evening.json'),
  },
  fairness: {
    zh: () => import('../../../i18n/zh/fairness.json'),
    en: () => import('../../../i18n/en/fairness.json'),
  },
  conduct: {
    zh: () => import('../../../i18n/zh/conduct.json'),
    en: () => import('../../../i18n/en/conduct.json'),
  },
  reports: {
    zh: () => import('../../../i18n/zh/reports.json'),
    en: () => import('../../../i18n/en/reports.json'),
  },
  turns: {
    zh: () => import('../../../i18n/zh/turns.json'),
    en: () => import('../../../i18n/en/turns.json'),
  },
  audit: {
    zh: () => import('../../../i18n/zh/audit.json'),
    en: () => import('../../../i18n/en/audit.json'),
  },
  people: {
    zh: () => import('../../../i18n/zh/people.json'),
    en: () => import('../../../i18n/en/people.json'),
  },
  account: {
    zh: () => import('../../../i18n/zh/account.json'),
    en: () => import('../../../i18n/en/account.json'),
  },
  rules: {
    zh: () => import('../../../i18n/zh/rules.json'),
    en: () => import('../../../i18n/en/rules.json'),
  },
} satisfies Record<string, Record<Language, Load>>;

export type Place = keyof typeof places;

/** Needed on every page, so they are there before the first one. */
export const placesOfTheShell: readonly Place[] = ['shell', 'problems'];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
