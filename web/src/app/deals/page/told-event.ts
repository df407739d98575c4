import type { DealEventRow } from '@lunjie/contracts';

/** What telling needs: words, amounts in 元 and days. */
export interface EventSpeech {
  readonly t: (key: string, values?: Record<string, unknown>) => string;
  readonly yuan: (fen: number) => string;
  readonly day: (date: string) => string;
}

const text = (value: DealEventRow['data'][string] | undefined): string => typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** What happened to a deal, in one sentence; the numbers of its entry in words. */
export function tellEvent({ kind, data }: DealEventRow, { t, yuan, day }: EventSpeech): string {
  const amount = (name: string): string => typeof data[name] === 'number' ? yuan(data[name]) : '';
  const said = t(`deals.event.${kind}`);
  const parts: readonly string[] = (() => {
    switch (kind) {
      case 'soft_deposit': case 'firm_deposit': return [text(data['unit']), data['priceFen'] === null ? '' : t('deals.told.price', { amount: amount('priceFen') }), t('deals.told.deposit', { amount: amount('depositFen') })];
      case 'subscription': return [t('deals.told.numbered', { number: text(data['number']), copies: text(data['copies']) })];
      case 'contract': return [t('deals.told.contract', { number: text(data['contractNumber']) }), amount('priceFen')];
      case 'plan': return [t('deals.told.plan', { payments: text(data['payments']), amount: amount('fen') })];
      case 'exchange': return [t('deals.told.exchange', { from: text(data['from']), to: text(data['to']) }), typeof data['differenceFen'] === 'number' ? t('deals.told.difference', { amount: amount('differenceFen') }) : ''];
      case 'name_change': return typeof data['feeFen'] === 'number' && data['feeFen'] > 0 ? [t('deals.told.fee', { amount: amount('feeFen') })] : [];
      case 'demand': case 'breach': return [typeof data['dueOn'] === 'string' ? t('deals.told.dueOn', { on: day(data['dueOn']) }) : '', amount('fen')];
      case 'receipt': case 'receipt_withdrawn': return [t('deals.told.receipt', { number: text(data['number']) }), amount('fen')];
      case 'accrual': case 'reversal': case 'release': case 'clawback': case 'adjustment': return [data['fen'] === 0 ? '' : amount('fen'), typeof data['because'] === 'string' ? t(`deals.told.because.${data['because']}`) : ''];
      case 'settlement': return [t(`deals.told.settled.${text(data['result'])}`)];
      case 'closed': return [t('deals.told.commission', { amount: amount('commissionFen') })];
      default: return [text(data['unit'])];
    }
  })();
  return [said, ...parts].filter(Boolean).join(' · ');
}
