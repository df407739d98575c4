export { decidePenalty, triggersOf, type Offence } from './decide-penalty';
