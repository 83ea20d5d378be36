/** What is loaded when somebody first explains something. */
export { ExplainBox } from './ExplainBox';
export { explaining, withdrawing } from './wishes';
