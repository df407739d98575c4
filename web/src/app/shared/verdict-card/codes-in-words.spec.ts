import {
  absenceReasons, agentStates, choiceFacts, consideredCodes, creditReasons, dutyKinds, numberFacts, ownershipEffects, passedOverEffects,
  receptionModes, receptionOutcomes, receptionStates, roles, selectors, unrelatedClasses, visitStates, visitorClasses,
} from '@lunjie/contracts';
import { languages } from '../language/languages';
import { wordsOnDisk } from '../../../testing/dictionaries';

/** Every code the api may send, and where its words are. */
const lists: Readonly<Record<string, readonly string[]>> = {
  'verdict.considered': consideredCodes,
  'verdict.sentence': [...selectors, 'makeup', 'waits', 'waitsFor', 'nobody'],
  'verdict.mode': receptionModes,
  'verdict.ownership': ownershipEffects,
  'verdict.effect': passedOverEffects,
  'verdict.absence': absenceReasons,
  'verdict.creditReason': creditReasons,
  'verdict.outcome': receptionOutcomes,
  'verdict.unrelated': unrelatedClasses,
  'verdict.duty': dutyKinds,
  'verdict.receptionState': receptionStates,
  'verdict.visitState': visitStates,
  'verdict.visitorClass': visitorClasses,
  'verdict.fact': [...Object.keys(choiceFacts), ...numberFacts],
  'verdict.value': Object.values(choiceFacts).flat(),
  'board.agentState': agentStates,
  'shell.role': roles,
};

describe.each(languages)('in %s', (language) => {
  it.each(Object.keys(lists))('every code of %s has words', (group) => {
    const [place = ''] = group.split('.');
    const words = wordsOnDisk(language, place);
    expect(lists[group]?.filter((code) => !words.has(`${group}.${code}`))).toEqual([]);
  });
});
