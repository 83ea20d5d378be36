import { isDark } from '../../src/pane/app/luminance';

it.each<readonly [string, boolean | undefined]>([
  ['#FFFFFF', false],
  ['#F3F2F1', false],
  ['#1F1F1F', true],
  ['#262626', true],
  ['#000000', true],
  ['444444', true],
  ['#B1B1B1', false],
  ['', undefined],
  ['white', undefined],
])('the background %s is dark: %s', (colour, dark) => {
  expect(isDark(colour)).toBe(dark);
});
