import { convertToParamMap } from '@angular/router';
import { addressFrom, companyRowsPath, rowsPath, sheetPath, stepped } from './report-address';

const today = '2026-05-09';
const at = (params: Record<string, string>) => addressFrom(convertToParamMap(params), today);

describe('the address of a report', () => {
  it('means the day that runs where it names none, and the whole week or month a date lies in', () => {
    expect(at({})).toMatchObject({ period: 'day', span: { from: today, to: today }, narrowed: {}, opened: null });
    expect(at({ period: 'week', date: '2026-05-06' }).span).toEqual({ from: '2026-05-04', to: '2026-05-10' });
    expect(at({ period: 'month', date: 'never' }).span).toEqual({ from: '2026-05-01', to: '2026-05-31' });
    expect(at({ period: 'range', from: '2026-05-08', to: '2026-05-01' }).span).toEqual({ from: '2026-05-08', to: '2026-05-08' });
  });

  it('goes to the periods beside it, a range by its own length', () => {
    expect([stepped(at({ period: 'month' }), -1), stepped(at({ period: 'month' }), 1)]).toEqual([{ date: '2026-04-01' }, { date: '2026-06-01' }]);
    const range = at({ period: 'range', from: '2026-05-01', to: '2026-05-03' });
    expect([stepped(range, -1), stepped(range, 1)]).toEqual([{ from: '2026-04-28', to: '2026-04-30' }, { from: '2026-05-04', to: '2026-05-06' }]);
  });

  it('asks for what was not said as well as for a value', () => {
    expect(sheetPath(at({ period: 'week', channel: '', grade: 'A' }))).toBe('reports?period=week&date=2026-05-04&channel=&grade=A');
  });

  it('opens a figure of the sheet, of a line, of the days before and of the week so far', () => {
    expect(rowsPath(at({ period: 'week' }))).toBeNull();
    expect(rowsPath(at({ open: 'nonsense' }))).toBeNull();
    expect(rowsPath(at({ open: 'calls', in: 'week' }))).toBe('reports/rows?period=range&from=2026-05-04&to=2026-05-09&figure=calls');
    expect(rowsPath(at({ open: 'calls', in: 'ever', grade: 'A' }))).toBe('reports/rows?period=day&upTo=2026-05-09&figure=calls&grade=A');
    expect(rowsPath(at({ open: 'calls', in: 'before' }))).toBe('reports/rows?period=range&from=2026-05-08&to=2026-05-08&figure=calls');
    expect(rowsPath(at({ period: 'week', grade: 'A', open: 'visits', by: 'hour', of: '6-14' }))).toBe('reports/rows?period=range&from=2026-05-04&to=2026-05-10&figure=visits&grade=A&hour=6-14');
    expect(['', 'channel', 'office'].map((by) => companyRowsPath(at({ period: 'week', open: 'visits', by, of: 'x' })))).toEqual(['', '&channel=x', '&office=x'].map((line) => `/reports/rows?period=week&date=2026-05-04&figure=visits${line}`));
  });
});
