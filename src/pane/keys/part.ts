/** What is loaded when the keys are first asked for. */
export { KeysScreen } from './KeysScreen';
