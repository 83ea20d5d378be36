/** What is loaded when the text is first looked at. */
export { AskScreen } from '../ask/AskScreen';
export { narrated } from './narrated';
export { TextScreen } from './TextScreen';
