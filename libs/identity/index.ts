export { isSurnameOnly, labelOf, surnameOf } from './label';
export { isSameName, isSamePerson, namesContradict, phoneForm, reasonsOf, theSame, type Candidate, type MatchKeys, type PhoneForm, type Said } from './matching';
export { mergeFault, readAs, type Merge, type MergeFault } from './merges';
export { inverseOf, readFrom, saysTheSame, type Link } from './relations';
export { isHeading, isMappingWhole, meaningOf } from './sheet-columns';
export { keysOfPhones, planRows, type KnownToRegister, type PlannedRow, type RegisterExcerpt, type SheetMatching } from './sheet-plan';
export { dateIn, readRow, type SheetAgent, type SheetReading, type SheetRow } from './sheet-row';
export { sightOf, type Reader, type Sight } from './sight';
export { isLate, registrationOf, stillMissing } from './registration';
