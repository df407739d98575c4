export { decidePenalty, type Offence } from './decide-penalty';
