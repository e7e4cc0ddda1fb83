// Our own line icons: 24 grid, stroke 1.9, round ends. Decorative: the word beside them carries the meaning.
const PATHS = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm9 16-4-4',
  pin: 'M12 21.5s7-6.3 7-11.5a7 7 0 1 0-14 0c0 5.2 7 11.5 7 11.5Zm0-14a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2Z',
  truck:
    'M2.5 6h11v10h-11zM13.5 9.5h4l4 3.5v3h-8M7 14.5a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6Zm10.5 0a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6Z',
  calendar:
    'M6.5 5h11a2.5 2.5 0 0 1 2.5 2.5v10a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17.5v-10A2.5 2.5 0 0 1 6.5 5ZM4 10h16M8 3v4m8-4v4',
  box: 'M12 3 20 7.5v9L12 21l-8-4.5v-9L12 3Zm0 9 8-4.5M12 12 4 7.5M12 12v9',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M4.5 12.5 9.5 17.5 19.5 7',
  download: 'M12 4v11m-4.500-4.500L12 15l4.500-4.500M4.500 19.500h15',
  chevronDown: 'm6 9.5 6 6 6-6',
  chevronUp: 'm6 15 6-6 6 6',
  chevronLeft: 'm14.5 6-6 6 6 6',
  chevronRight: 'm9.5 6 6 6-6 6',
  arrowRight: 'M4 12h16m-6-6 6 6-6 6',
  people:
    'M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 20c0-3.6 2.9-5.5 6.5-5.5s6.5 1.9 6.5 5.5M16 4.800a3.5 3.5 0 0 1 0 6.400m2 3.800c2.2.7 3.5 2.4 3.5 5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c0-4 3.3-6 7.5-6s7.5 2 7.5 6',
  plug: 'M9 3v5m6-5v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0V8Zm5.5 9v4',
  floor: 'M4.5 4.5h15v15h-15zM8 16h3m-3 0v-3m8-5h-3m3 0v3',
  weight: 'M12 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM7 8.5h10l2.5 12h-15L7 8.5Z',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2',
  book: 'M6.5 3.5h12.5v17H6.5A2 2 0 0 1 4.5 18.5v-13a2 2 0 0 1 2-2ZM4.5 18.5a2 2 0 0 1 2-2H19',
  list: 'M8.5 6h12M8.5 12h12M8.5 18h12M4 6h.01M4 12h.01M4 18h.01',
  map: 'M9 4 3.5 6.5v13.5L9 17.5l6 2.5 5.5-2.5V4L15 6.5 9 4Zm0 0v13.5M15 6.5V20',
  warning: 'M12 4 2.5 20h19L12 4Zm0 6v4.5m0 2.700v.01',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5m0-8.5v.01',
  sun: 'M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM12 2.5v2m0 15v2M2.5 12h2m15 0h2M5.3 5.300l1.4 1.400m10.6 10.6 1.4 1.400m0-13.4-1.4 1.400M6.7 17.300l-1.4 1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  screen: 'M3.5 5h17v11h-17zM9 20h6m-3-4v4',
  globe:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c3 2.6 3.5 5.4 3.5 8.5S15 17.9 12 20.5C9 17.9 8.5 15.1 8.5 12S9 6.1 12 3.5Z',
  inbox: 'M4 13.5 6.5 5h11l2.5 8.5V19H4v-5.5Zm0 0h5l1 2.5h4l1-2.5h5',
  mail: 'M3.5 6h17v12.5h-17zM4 7l8 6 8-6',
  phone: 'M6 3.5h3l1.5 4.5-2 1.5c1 2.5 3.5 5 6 6l1.5-2 4.5 1.5v3c0 1.5-1 2.5-2.5 2.5C10 20 4 14 3.5 6 3.5 4.5 4.5 3.5 6 3.5Z',
  shield: 'M12 3.5 19.5 6v6c0 4.5-3 7.5-7.5 9-4.5-1.5-7.5-4.5-7.5-9V6L12 3.5Zm-3 8.5 2.2 2.200L15.5 10',
  settings:
    'M4 7h9m4 0h3M4 17h3m4 0h9M15 4.800a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.400ZM9 14.800a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.400Z',
  signOut: 'M14 4.5H5.5v15H14M10 12h11m-4-4 4 4-4 4',
  signIn: 'M10 4.5h8.5v15H10M3 12h11m-4-4 4 4-4 4',
  edit: 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5l-4.5 1ZM13.5 7l3.5 3.5',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7m-8 0 1 13h9l1-13M10 11v5m4-5v5',
  undo: 'M8.5 5 4 9.5 8.5 14M4 9.5h10a5.5 5.5 0 0 1 0 11h-3',
  repeat: 'M4 11a7 7 0 0 1 12-4.5L19.5 10m0-5.5V10H14m6 3a7 7 0 0 1-12 4.5L4.5 14m0 5.5V14H10',
  plus: 'M12 4.5v15M4.5 12h15',
  minus: 'M4.5 12h15',
  home: 'M4 11.5 12 4.5l8 7M6.5 9.5v10h11v-10',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  external: 'M13.5 4.5h6v6m0-6-9 9m-3-8H4.5v14h14v-5',
  lock: 'M6 10.5h12v9.5H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
  building: 'M5.5 20.5v-16h9v16m0-11h4v11M3.5 20.5h17M8.5 8h3m-3 4h3m-3 4h3',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
