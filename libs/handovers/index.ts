export { differencesOf, handedItems, listOf, postsOf, takenOver } from './decide-handover';
