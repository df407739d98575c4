import { durationUnits, type Field, type Group } from '@lunjie/policy';
import { oneOf, someOf, upTo, type Next } from './chance';

const letters = ['a', 'b', '甲', '乙', ' ', '-', '9'];

function randomText(next: Next): string {
  return `x${Array.from({ length: upTo(next, 8) }, () => oneOf(next, letters)).join('')}`;
}

/** A value a declaration of the policy allows; what several values mean together is left to chance. */
function randomValue(next: Next, field: Field): unknown {
  if ('nullable' in field && field.nullable === true && next() < 0.3) return null;
  switch (field.kind) {
    case 'choice': return oneOf(next, field.options);
    case 'set': return field.options.filter(() => next() < 0.4);
    case 'order': return someOf(next, field.options);
    case 'words': return [...new Set(Array.from({ length: upTo(next, 3) }, () => randomText(next)))];
    case 'flag': return next() < 0.5;
    case 'number': return Math.min(field.max, field.min + upTo(next, Math.max(0, Math.min(field.max - field.min, 50))));
    case 'duration': return { amount: upTo(next, 100), unit: oneOf(next, durationUnits) };
    case 'time': return `${String(upTo(next, 23)).padStart(2, '0')}:${String(upTo(next, 59)).padStart(2, '0')}`;
    case 'text': return randomText(next);
    case 'map': return Object.fromEntries(field.keys.filter(() => next() < 0.5).map((key) => [key, oneOf(next, field.options)]));
    case 'record': return randomGroup(next, field.of);
    case 'list': return Array.from({ length: upTo(next, 3) }, () => randomGroup(next, field.of));
  }
}

function randomGroup(next: Next, group: Group): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(group).map(([name, field]) => [name, randomValue(next, field)]));
}

/** Values of a group with some of them drawn anew within their declarations. */
export function redrawn(next: Next, group: Group, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(group).map(([name, field]) => [name, next() < 0.4 ? randomValue(next, field) : values[name]]));
}
