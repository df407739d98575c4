import { randomUUID } from 'node:crypto';
import { tabSeparatedType, type ImportRead, type ImportTrial, type ImportView } from '@lunjie/contracts';
import type { Response } from 'light-my-request';
import { DueWork } from '../../jobs/due-work';
import { granted, type SalesOffice } from '../../reception/testing/sales-office';
import { importWork } from '../imports';

/** How offices head the columns of their lists. */
export const headings = ['客户姓名', '联系电话', '第二电话', '性别', '等级', '置业顾问', '登记日期', '来源', '备注'];

/** Cells as they are copied from a sheet. */
export const pasted = (rows: readonly (readonly string[])[]): Buffer => Buffer.from(rows.map((cells) => cells.join('\t')).join('\n'));

/** Sends a file as the console does. */
export async function sends(office: SalesOffice, file: Buffer, { type = tabSeparatedType, as = 'manager', key = randomUUID() }: { readonly type?: string; readonly as?: string; readonly key?: string } = {}): Promise<Response> {
  const { cookie } = await office.as(as);
  return office.test.inject({ method: 'POST', url: `/api${office.at('/customers/imports')}`, payload: file, headers: { cookie, 'content-type': type, 'idempotency-key': key } });
}

/** The rows read and tried, with the columns as their headings say. */
export async function tried(office: SalesOffice, rows: readonly (readonly string[])[]): Promise<{ readonly read: ImportRead; readonly trial: ImportTrial }> {
  const read = granted<ImportRead>(await sends(office, pasted([headings, ...rows])));
  const trial = granted<ImportTrial>(await office.does('manager', `/customers/imports/${read.id}/trial`, { mapping: read.mapping, headed: read.headed }));
  return { read, trial };
}

/** Waits until everything that is due is done. */
export const settled = (office: SalesOffice): Promise<void> => office.test.app.get(DueWork, { strict: false }).settled(importWork);

export async function viewOf(office: SalesOffice, id: string): Promise<ImportView> {
  return granted<ImportView>(await (await office.as('manager')).get(office.at(`/customers/imports/${id}`)));
}

/** The rows imported as the trial showed. Answers the finished import. */
export async function imported(office: SalesOffice, rows: readonly (readonly string[])[]): Promise<ImportView> {
  const { read, trial } = await tried(office, rows);
  granted(await office.does('manager', `/customers/imports/${read.id}/carry-out`, { digest: trial.digest }));
  await settled(office);
  return viewOf(office, read.id);
}
