/** What is loaded when the evidence of a cell is first looked at. */
export { EvidenceScreen } from './EvidenceScreen';
