export { titlesOf } from './titles-of';
