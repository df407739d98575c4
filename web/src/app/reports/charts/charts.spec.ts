import { line, weekSheet } from '../../../testing/reports';
import { agentsChart, channelsChart, funnelChart } from './count-charts';
import { daysChart } from './days-chart';
import { hoursChart } from './hours-chart';

const t = (key: string, values?: Record<string, unknown>): string => values ? `${key} ${JSON.stringify(values)}` : key;
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const named = (lines: readonly ReturnType<typeof line>[]) => lines.map((one) => ({ ...one, label: one.value || '未填' }));

describe('the charts of the reports', () => {
  it('say when most people come, over the hours the office is open and any other in which somebody came', () => {
    const chart = hoursChart(weekSheet(), { opens: '10:00', closes: '18:00' }, weekdays, t);
    expect(chart?.title).toBe('reports.chart.hours.title {"day":"周六","from":14,"to":15,"count":5}');
    expect(chart?.head.slice(1).map((head) => head.replace(/\D/g, ''))).toEqual(['9', '10', '11', '12', '13', '14', '15', '16', '17']);
    expect(chart?.rows.map(([day]) => day)).toEqual(weekdays);
    expect(chart?.rows[0]?.[1]).toBe('3');
    expect(hoursChart(weekSheet({ lines: { hour: [] } }), { opens: null, closes: '18:30' }, weekdays, t)).toMatchObject({ title: 'reports.chart.hours.none' });
    expect(hoursChart(weekSheet({ span: { from: '2026-05-09', to: '2026-05-09' }, lines: { hour: [] } }), { opens: null, closes: null }, weekdays, t)).toBeNull();
    expect(hoursChart(weekSheet({ lines: {} }), { opens: null, closes: null }, weekdays, t)).toBeNull();
  });

  it('follow a customer from the call to the contract, and the days up to today', () => {
    const sheet = weekSheet();
    expect(funnelChart(sheet, String, t)).toMatchObject({ title: 'reports.chart.funnel.title {"visits":10,"deposits":1,"closing":"1000"}' });
    expect(funnelChart(sheet, String, t).rows.map(([, now, before]) => [now, before])).toEqual([['4', '6'], ['10', '9'], ['0', '0'], ['1', '0'], ['2', '0']]);
    const days = daysChart(sheet, (date) => date.slice(8), t);
    expect(days?.title).toBe('reports.chart.days.title {"day":"09","count":5}');
    expect(days?.rows.map(([day, calls, first]) => [day, calls, first])).toEqual([['04', '0', '3'], ['05', '0', '0'], ['06', '0', '0'], ['07', '0', '0'], ['08', '0', '0'], ['09', '0', '5']]);
    expect(daysChart(weekSheet({ span: { from: '2026-05-09', to: '2026-05-09' } }), String, t)).toBeNull();
  });

  it('name the way most heard by beside the period before, and who received most; who said nothing is no way', () => {
    const { lines } = weekSheet();
    const channels = channelsChart(named(lines.channel ?? []), t);
    expect(channels.title).toBe('reports.chart.channels.title {"channel":"billboard","count":6,"before":4}');
    expect(channels.rows).toEqual([['未填', '1', '0'], ['billboard', '6', '4'], ['internet', '3', '5']]);
    expect(channelsChart([], t).title).toBe('reports.chart.channels.none');
    expect(agentsChart(named([line('', { firstVisits: 9 }), line('li', { firstVisits: 2, firmDeposits: 1 }), line('wang', { firstVisits: 3 })]), t)).toMatchObject({ title: 'reports.chart.agents.title {"name":"wang","count":3}', rows: [['wang', '3', '0'], ['li', '2', '1']] });
  });
});
