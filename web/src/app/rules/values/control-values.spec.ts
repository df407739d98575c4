import { valueGroups, type Field } from '@lunjie/policy';
import {
  blankGroup, blankOf, choiceShown, choiceWritten, durationOf, firstOf, mapWritten, mayBeNothing, moved, numberShown, numberWritten, setWritten, textShown, textsOf, textWritten, wordsShown, wordsWritten,
} from './control-values';

const fields: readonly Field[] = Object.values(valueGroups).flatMap((group) => Object.values<Field>(group));

describe('a control and its value', () => {
  it('knows every kind of field the policy declares', () => {
    expect(new Set(fields.map(({ kind }) => kind))).toEqual(new Set(['choice', 'set', 'order', 'flag', 'number', 'duration', 'time', 'text', 'map', 'record', 'list'].filter((kind) => fields.some((field) => field.kind === kind))));
    for (const field of fields) expect(firstOf(field)).not.toBeNull();
  });

  it('begins with nothing where nothing is allowed, else with a value', () => {
    for (const field of fields) expect(blankOf(field) === null).toBe(mayBeNothing(field));
  });

  it('shows a choice and writes it; the empty one is nothing', () => {
    expect(choiceWritten(choiceShown('to_tail'))).toBe('to_tail');
    expect(choiceWritten(choiceShown(null))).toBeNull();
  });

  it('keeps a set in the order of its options, whatever was ticked first', () => {
    expect(setWritten(['away', 'busy', 'break'], ['break', 'away'])).toEqual(['away', 'break']);
    expect(setWritten(['away'], [])).toEqual([]);
  });

  it('takes what is not a list of words for an empty one', () => {
    expect(textsOf('free')).toEqual([]);
    expect(textsOf(['a', 3, 'b'])).toEqual(['a', 'b']);
  });

  it('writes words one a line, without empty ones and repetitions', () => {
    expect(wordsWritten(' 一 \n\n二\n一')).toEqual(['一', '二']);
    expect(wordsWritten(wordsShown(['一', '二']))).toEqual(['一', '二']);
  });

  it('writes a number as it was typed; an empty or broken one is no number, never zero', () => {
    expect(numberWritten(numberShown(2.5))).toBe(2.5);
    expect(numberWritten('0')).toBe(0);
    expect(numberWritten(' ')).toBeNull();
    expect(numberWritten('2x')).toBeNull();
    expect(numberShown(null)).toBe('');
  });

  it('shows a duration with its unit, and one without a number as such', () => {
    expect(durationOf({ amount: 2, unit: 'month' })).toEqual({ amount: 2, unit: 'month' });
    expect(durationOf({ amount: null, unit: 'week' })).toEqual({ amount: null, unit: 'week' });
    expect(durationOf(null)).toBeNull();
  });

  it('writes a text, and nothing for an empty one where that is allowed', () => {
    expect(textWritten(textShown('甲'), false)).toBe('甲');
    expect(textWritten('', true)).toBeNull();
    expect(textWritten('', false)).toBe('');
  });

  it('puts an answer into a map and takes it out again', () => {
    expect(mapWritten({ lunch: 'credit' }, 'leave', 'lose_turn')).toEqual({ lunch: 'credit', leave: 'lose_turn' });
    expect(mapWritten({ lunch: 'credit' }, 'lunch', null)).toEqual({});
    expect(mapWritten(null, 'lunch', 'credit')).toEqual({ lunch: 'credit' });
  });

  it('begins a record and a new entry of a list with a value for every part', () => {
    expect(blankGroup(valueGroups.rotation.door_duty.of)).toEqual({ enabled: false, order: 'forward', makeup: false });
    expect(blankGroup(valueGroups.follow_up.cadence.of)).toEqual({ grade: 'A', every: null });
  });

  it('moves an entry and leaves the list as it is where there is no such place', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b'], 0, 2)).toEqual(['a', 'b']);
  });
});
