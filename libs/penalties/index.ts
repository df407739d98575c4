export { decidePenalty, triggersOf, type Offence } from './decide-penalty';
export { lateFine, lateSignIn } from './late-fine';
