/** What is loaded when the settings are first looked at. */
export { SettingsScreen } from './SettingsScreen';
