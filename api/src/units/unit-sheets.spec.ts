import { randomUUID } from 'node:crypto';
import { dealSheetColumns, sheetType, type DealSheet, type UnitBoard, type UnitImportList, type UnitSheetDone, type UnitSheetTrial } from '@lunjie/contracts';
import ExcelJS from 'exceljs';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { granted, refusal, untouched } from '../reception/testing/sales-office';
import { sellingOffice } from '../deals/testing/selling-office';

const csv = 'text/csv';

describeOnBothDatabases('price lists from sheets', (open) => {
  it('are tried, then entered exactly as the trial showed; what is in a deal keeps its price', async () => {
    const test = await open();
    const selling = await sellingOffice(test, 'sheets');
    const { office } = selling;
    const [sold = ''] = await selling.units({ 1201: 1_000_000, 1202: 1_000_000 });
    await selling.deposit('wang', sold);
    const sends = async (path: string, file: Buffer | string, type: string) => test.inject({
      method: 'POST', url: `/api${office.at(path)}`, payload: file, headers: { cookie: (await office.as('manager')).cookie, 'content-type': type, 'idempotency-key': randomUUID() },
    });
    const list = ['楼栋,楼层,房号,户型,建筑面积(㎡),套内面积,标准总价', '8,12,1201,三房两厅,118.50,92.4,1200000', '8,12,1202,三房两厅,118.50,92.40,"1,050,000"', '9,3,301,两房,89.2,70,980000.5', '9,3,301,两房,89.2,70,980000', '9,3,302,两房,89.2,90,x', ',,,,,,'].join('\n');
    const trial = granted<UnitSheetTrial>(await sends('/units/sheet', list, csv));
    expect(trial.counts).toEqual({ enter: 1, change: 1, same: 0, faulty: 3 });
    expect(trial.noted).toEqual([
      { row: 2, outcome: 'faulty', code: '8-1201', faults: [{ field: null, reason: 'in_a_deal' }] }, { row: 3, outcome: 'change', code: '8-1202', faults: [] },
      { row: 5, outcome: 'faulty', code: '9-301', faults: [{ field: null, reason: 'repeated' }] }, { row: 6, outcome: 'faulty', code: '', faults: [{ field: 'list_price', reason: 'is_no_number' }, { field: 'net_area', reason: 'net_above_gross' }] },
    ]);
    expect(refusal(await sends(`/units/sheet/import?digest=${'0'.repeat(64)}`, list, csv))).toEqual([409, 'import_changed']);
    expect(granted<UnitSheetDone>(await sends(`/units/sheet/import?digest=${trial.digest}`, list, csv)).counts.enter).toBe(1);
    const board = granted<UnitBoard>(await (await office.as('wang')).get(office.at('/units')));
    const prices = board.buildings.flatMap(({ floors }) => floors.flatMap(({ units }) => units.flatMap((unit) => unit === null ? [] : [[unit.code, unit.grossArea, unit.listPriceFen]])));
    expect(prices).toEqual([['8-1201', 11_850, 100_000_000], ['8-1202', 11_850, 105_000_000], ['9-301', 8_920, 98_000_050]]);
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('1').addRows([['Building', 'Entrance', 'Floor', 'Room', 'Layout', 'Gross area', 'Net area', 'List price'], ['9', 'A', 4, '401', '两房', 89.2, 70, 990_000]]);
    expect(granted<UnitSheetTrial>(await sends('/units/sheet', Buffer.from(await workbook.xlsx.writeBuffer()), sheetType)).counts).toMatchObject({ enter: 1, faulty: 0 });
    expect(refusal(await sends('/units/sheet', '楼栋,房号\n8,1', csv))).toEqual([422, 'unit_columns_missing']);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('are taken back while nothing has happened to their units, otherwise with the units that hold them; the next list then comes in again', async () => {
    const selling = await sellingOffice(await open(), 'undone');
    const { office, test } = selling;
    const manager = await office.as('manager');
    const imports = async () => granted<UnitImportList>(await manager.get(office.at('/units/imports'))).imports;
    const undo = (id = '') => office.does('manager', `/units/imports/${id}/undo`);
    const [first = '', second = ''] = await selling.units({ 1201: 1_000_000, 1202: 1_000_000 });
    test.clock.advance(60_000);
    const list = ['楼栋,楼层,房号,户型,建筑面积,套内面积,标准总价,批次,物业类型,实测建筑面积,实测套内面积', '8,12,1202,三房两厅,118.50,92.40,1050000,二批,高层,118.62,92.51', '9,3,301,两房,89.2,70,980000,二批,,,'].join('\n');
    const sends = async (path: string) => test.inject({ method: 'POST', url: `/api${office.at(path)}`, payload: list, headers: { cookie: manager.cookie, 'content-type': csv, 'idempotency-key': randomUUID() } });
    const bring = async () => granted<UnitSheetDone>(await sends(`/units/sheet/import?digest=${granted<UnitSheetTrial>(await sends('/units/sheet')).digest}`)).counts;
    expect(await bring()).toMatchObject({ enter: 1, change: 1 });
    const ledger = async () => granted<DealSheet>(await manager.get(office.at('/units/ledger'))).rows.map((row) => ['batch', 'code', 'measuredGross', 'measuredNet', 'measuredShared', 'propertyType'].map((name) => row[dealSheetColumns.ledger.findIndex((column) => column.name === name)]));
    expect(await ledger()).toEqual([[null, '8-1201', null, null, null, null], ['二批', '8-1202', 11_862, 9_251, 2_611, '高层'], ['二批', '9-301', null, null, null, null]]);
    // Once, however often it is pressed; the list before it is held by what this one changed, until this one is gone.
    expect(await imports()).toMatchObject([{ entered: 1, changed: 1, undone: null, changedSince: [] }, { entered: 2, changed: 0, changedSince: ['8-1202'] }]);
    const views = granted<UnitBoard>(await manager.get(office.at('/units'))).buildings.flatMap(({ floors }) => floors.flatMap(({ units }) => units));
    expect(views.map((unit) => unit === null ? null : [unit.code, unit.batch, unit.propertyType, unit.measuredGross, unit.measuredNet])).toEqual([['8-1201', null, null, null, null], ['8-1202', '二批', '高层', 11_862, 9_251], ['9-301', '二批', null, null, null]]);
    const [latest, earlier] = await imports();
    expect(refusal(await undo(earlier?.id))).toEqual([409, 'units_changed_since']);
    const answers = await Promise.all([1, 2, 3].map(() => undo(latest?.id)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
    const codes = async () => granted<UnitBoard>(await manager.get(office.at('/units'))).buildings.flatMap(({ floors }) => floors.flatMap(({ units }) => units.flatMap((unit) => unit === null ? [] : [[unit.code, unit.listPriceFen]])));
    expect(await codes()).toEqual([['8-1201', 100_000_000], ['8-1202', 100_000_000]]);
    expect((await ledger())[1]).toEqual([null, '8-1202', null, null, null, null]);
    expect(await imports()).toMatchObject([{ undone: { by: 'undone-manager' } }, { changedSince: [] }]);
    expect(await office.verification()).toMatchObject(untouched);
    expect(await bring()).toMatchObject({ enter: 1, change: 1 });
    test.clock.advance(60_000);
    // A deposit's entry is about the customer, a hold's about the unit: either holds the list.
    await selling.deposit('wang', first);
    granted(await office.does('li', `/units/${second}/hold`, { reason: '-' }));
    granted(await office.does('li', `/units/${second}/release`, { reason: '-' }));
    expect((await imports()).map(({ changedSince }) => changedSince)).toEqual([['8-1202'], [], ['8-1201', '8-1202']]);
    expect(refusal(await undo((await imports())[0]?.id))).toEqual([409, 'units_changed_since']);
    expect(refusal(await undo('x'))).toEqual([404, 'import_not_found']);
    expect(await office.verification()).toMatchObject(untouched);
  });
});
