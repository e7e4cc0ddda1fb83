import type { MantineColorScheme } from '@mantine/core';
import type { IconName } from '../../ui/icons.js';

export const SCHEMES: { scheme: MantineColorScheme; key: string; icon: IconName }[] = [
  { scheme: 'light', key: 'app.scheme.light', icon: 'sun' },
  { scheme: 'dark', key: 'app.scheme.dark', icon: 'moon' },
  { scheme: 'auto', key: 'app.scheme.system', icon: 'screen' },
];
