import type { PenaltyRow } from '../tables';

function penalty(rule: Pick<PenaltyRow, 'id' | 'clause' | 'trigger'> & Partial<PenaltyRow>): PenaltyRow {
  return {
    severity: 'any', slips: null, suspend: null, lose_turns: 0, fine_yuan: 0, day_base_pay_percent: 0,
    month_base_pay_percent: 0, month_bonus_percent: 0, points: 0, forfeit_deal: false, escalation: 'none', ...rule,
  };
}

const conduct = ['grabbing', 'contending', 'neglect'] as const;

export const ownershipPenalties: readonly PenaltyRow[] = [
  ...conduct.map((trigger) => penalty({ id: `${trigger}_ordinary`, clause: '003 §(二)4', trigger, severity: 'ordinary', day_base_pay_percent: 100 })),
  ...conduct.map((trigger) => penalty({ id: `${trigger}_serious`, clause: '003 §(二)4', trigger, severity: 'serious', month_base_pay_percent: 100, month_bonus_percent: 50 })),
  penalty({ id: 'stirring_trouble', clause: '003 §(二)5(3)', trigger: 'stirring_trouble', month_bonus_percent: 50, escalation: 'dismissal' }),
  penalty({ id: 'agent_took_money', clause: '003 §(七)2', trigger: 'took_money', escalation: 'expulsion' }),
];

export const callPenalties: readonly PenaltyRow[] = [
  penalty({ id: 'third_slip', clause: '000 §12A', trigger: 'slip', slips: 3, suspend: { amount: 1, unit: 'week' }, escalation: 'demotion_review' }),
  penalty({ id: 'slip', clause: '000 §12A', trigger: 'slip', slips: 1, suspend: { amount: 1, unit: 'week' } }),
];
