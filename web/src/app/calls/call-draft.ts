import { callFormFields, type CallForm, type CallFormField, type CallRequest } from '@lunjie/contracts';

/** What has been typed of a call so far. */
export interface CallDraft {
  readonly phone: string;
  readonly name: string;
  readonly answeredBy: string | null;
  readonly requests: string | null;
  readonly rings: string;
  readonly minutes: string;
  readonly message: string;
  /** Wall time the caller said they would come at, as the field has it; empty where they did not. */
  readonly invited: string;
  readonly form: CallForm;
}

export const emptyCall: CallDraft = { phone: '', name: '', answeredBy: null, requests: null, rings: '', minutes: '', message: '', invited: '', form: {} };

/** Fields of the sheet that are typed or chosen beside name, phone and grade. */
export const furtherFields = callFormFields.filter(({ name }) => name !== 'name' && name !== 'phone');

const whole = (text: string): number | null => /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : null;

/** Whether enough is known to ask whose turn it is: somebody is on the line. */
export function isBegun({ phone, name, requests, answeredBy }: CallDraft): boolean {
  return phone.trim() !== '' || name.trim() !== '' || requests !== null || answeredBy !== null;
}

/** A number is looked up once it is whole: mobile, or a landline with its area code. */
export function isPhoneWhole(phone: string): boolean {
  return phone.trim() === '' || phone.replace(/\D/g, '').length >= 10;
}

/** The request a draft makes. @param expected the receiver shown, for the confirmation */
export function callRequestOf(draft: CallDraft, expected?: string | null): CallRequest {
  const form = Object.fromEntries(Object.entries(draft.form).filter(([, value]) => value.length > 0)) as CallForm;
  const minutes = Number(draft.minutes.replace(',', '.'));
  const invited = Date.parse(draft.invited);
  return {
    phone: draft.phone.trim() || null, name: draft.name.trim() || null, answeredBy: draft.answeredBy, rings: whole(draft.rings),
    seconds: draft.minutes.trim() !== '' && Number.isFinite(minutes) ? Math.round(minutes * 60) : null,
    says: { firstVisit: 'unclear', requests: draft.requests }, message: draft.message.trim() || null, form, invitedFor: Number.isFinite(invited) ? invited : null,
    ...expected === undefined ? {} : { expectedReceiver: expected },
  };
}

/** The form with one field written or cleared. */
export function withField(draft: CallDraft, field: CallFormField, value: string | readonly string[]): CallDraft {
  return { ...draft, form: { ...draft.form, [field]: value } };
}
