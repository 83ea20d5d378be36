/** What is loaded once there are findings to be shown. */
export { FindingsTab } from './FindingsTab';
