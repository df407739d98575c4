import {
  absenceReasons, agentStates, callFormFields, callGifts, choiceFacts, claimEnds, claimEvents, claimKinds, claimSources, claimStates, consideredCodes, contactWays, creditReasons, customerGrades,
  customerSorts, customerSources, disputeActKinds, disputeActs, disputeFactNames, disputeKinds, disputeOutcomes, disputeStates, disputeSteps, drawFaults, drawStates, dutyKinds, eveningDealKinds, fairnessKinds, fairnessStandings, fairnessVerdicts, householdRelations, lostReasons, matchReasons, numberFacts, ownershipEffects, passedOverEffects, payees, penaltyPostings, penaltyStates, planPeriods, planTargetKinds, readRelations,
  receptionModes, receptionOutcomes, receptionStates, redistributionMethods, redistributionReasons, registrationStates, roles, rulingStates, selectors, severities, staysReasons, taskKinds,
  unrelatedClasses, visitStates, visitorClasses,
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
  'customers.state': claimStates,
  'customers.source': customerSources,
  'customers.grade': customerGrades,
  'customers.sort': customerSorts,
  'customers.stays': staysReasons,
  'reception.relation': [...householdRelations, ...readRelations],
  'customers.registration': registrationStates,
  'reception.match': matchReasons,
  'claims.kind': claimKinds,
  'claims.source': claimSources,
  'claims.ended': claimEnds,
  'claims.event': claimEvents,
  'claims.way': contactWays,
  'claims.rulingState': rulingStates,
  'claims.occasion': ['arrival', 'household', 'referral', 'conflict', 'deal', 'dispute'],
  'disputes.kind': disputeKinds,
  'disputes.step': disputeSteps,
  'disputes.state': disputeStates,
  'disputes.outcome': disputeOutcomes,
  'disputes.concluded': disputeOutcomes,
  'disputes.act': disputeActKinds,
  'disputes.fact': disputeFactNames,
  'disputes.do': disputeActs,
  'disputes.payee': payees,
  'penalties.state': penaltyStates,
  'penalties.severity': severities,
  'penalties.posting': penaltyPostings,
  'calls.gives': callGifts,
  'calls.field': callFormFields.map(({ name }) => name),
  'followUp.kind': taskKinds,
  'followUp.lostReason': lostReasons,
  'evening.deal': eveningDealKinds,
  'evening.plans.of': planPeriods,
  'evening.plans.target': planTargetKinds,
  'fairness.kind': fairnessKinds,
  'fairness.verdict': fairnessVerdicts,
  'fairness.stood': fairnessStandings,
  'fairness.behind': fairnessStandings,
  'draws.fault': drawFaults,
  'draws.drawState': drawStates,
  'draws.method': redistributionMethods,
  'draws.means': redistributionMethods,
  'draws.publish': redistributionMethods,
  'draws.reason': redistributionReasons,
};

describe.each(languages)('in %s', (language) => {
  it.each(Object.keys(lists))('every code of %s has words', (group) => {
    const [place = ''] = group.split('.');
    const words = wordsOnDisk(language, place);
    expect(lists[group]?.filter((code) => !words.has(`${group}.${code}`))).toEqual([]);
  });
});
