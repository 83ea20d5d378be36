import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { isDark } from './luminance';

const FONTS = '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

/** The theme of the application round the pane; where it does not say (in a browser), that of the system. */
export function usePaneTheme(officeBackground: string | undefined): Theme {
  const query = '(prefers-color-scheme: dark)';
  const [system, setSystem] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const changed = (): void => setSystem(list.matches);
    list.addEventListener('change', changed);
    return () => list.removeEventListener('change', changed);
  }, []);
  const dark = (officeBackground === undefined ? undefined : isDark(officeBackground)) ?? system;
  return { ...(dark ? webDarkTheme : webLightTheme), fontFamilyBase: FONTS };
}
