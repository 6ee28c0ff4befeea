/** What the header says beside search and the names of the drawers. */
export const headerWords = {
  actions: 'Tools',
  more: 'More',
  moreBusy: (count: number) => `More (${count.toLocaleString('en')} under way)`,
}
