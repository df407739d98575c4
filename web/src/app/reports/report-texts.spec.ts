import { reportBlockTexts, reportColumnTexts, reportValueTexts } from '@lunjie/contracts';
import enCalls from '../../i18n/en/calls.json' with { type: 'json' };
import enFollowUp from '../../i18n/en/followUp.json' with { type: 'json' };
import enMe from '../../i18n/en/me.json' with { type: 'json' };
import enReports from '../../i18n/en/reports.json' with { type: 'json' };
import zhCalls from '../../i18n/zh/calls.json' with { type: 'json' };
import zhFollowUp from '../../i18n/zh/followUp.json' with { type: 'json' };
import zhMe from '../../i18n/zh/me.json' with { type: 'json' };
import zhReports from '../../i18n/zh/reports.json' with { type: 'json' };

const consoles = {
  zh: { reports: zhReports, me: zhMe, calls: zhCalls, followUp: zhFollowUp },
  en: { reports: enReports, me: enMe, calls: enCalls, followUp: enFollowUp },
} as const;

describe.each(['zh', 'en'] as const)('a report as a file, in %s', (language) => {
  const { reports, me, calls, followUp } = consoles[language];
  const told = (texts: Readonly<Record<string, Readonly<Record<'zh' | 'en', string>>>> = {}) => Object.fromEntries(Object.entries(texts).map(([code, words]) => [code, words[language]]));

  it('calls its columns and blocks as the page does', () => {
    expect(told(reportColumnTexts)).toEqual({ ...reports.figure, ...reports.opened, ...reports.rate });
    expect(told(reportBlockTexts)).toEqual(reports.dimension);
  });

  it('calls the values as the forms do', () => {
    const { awareness_source: channel, age, purpose, area_need: area } = me.option;
    expect([channel, age, purpose, area, calls.option.layout, calls.option.budget, followUp.lostReason]).toEqual(['channel', 'age', 'purpose', 'area', 'layout', 'price', 'reason'].map((dimension) => told(reportValueTexts[dimension as keyof typeof reportValueTexts])));
  });
});
