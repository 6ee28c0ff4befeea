const PATHS = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4 4',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5',
  moon: 'M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5Z',
  auto: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 0v18',
  table: 'M4 5h16v14H4zM4 10h16M10 5v14',
  ask: 'M5 5h14v11H9l-4 4z',
  undo: 'M9 7H15a5 5 0 0 1 0 10H8M9 7l3-3M9 7l3 3',
  redo: 'M15 7H9a5 5 0 0 0 0 10h7M15 7l-3-3M15 7l-3 3',
  next: 'M10 6l6 6-6 6',
  back: 'M14 6l-6 6 6 6',
  out: 'M9 5H5v14h14v-4M13 5h6v6M19 5l-9 9',
  add: 'M12 15V4M8 8l4-4 4 4M4 14v5h16v-5',
  check: 'M5 12.5 10 17.5 19 7',
  warn: 'M12 4 21 20H3ZM12 10v4M12 17v.2',
  down: 'M6 9.5l6 6 6-6',
  lasso: 'M12 4.5c-5 0-8.5 2.4-8.5 5.7S7 16 12 16s8.5-2.5 8.5-5.8S17 4.5 12 4.5ZM7.5 15.2c-1.6 1.3-1.5 3.4.6 4.6',
  file: 'M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6',
  pending: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 2',
  help: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.5',
  filter: 'M4 6h16M7 12h10M10 18h4',
  more: 'M5 12h.2M12 12h.2M19 12h.2',
  fold: 'M6 10l6 6 6-6',
  picture: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  share: 'M12 14V3M8 7l4-4 4 4M6 11H5v10h14V11h-1',
  tidy: 'M4 20 14.5 9.5M12.5 7.5l4 4M18 3v3M18 9v2.5M15.2 6h-2.4M21.5 6.5h-2.7',
  pause: 'M8 6v12M16 6v12',
} as const

export type IconName = keyof typeof PATHS

/** A line icon in the colour of the text around it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
