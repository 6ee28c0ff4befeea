import type { ViewPage } from './page.ts'

const [BERT, ROBERTA, TRANSFORMER] = ['arxiv:1810.04805', 'arxiv:1907.11692', 'arxiv:1706.03762']

/** Every panel and how a person comes to it: one line for a new one. */
export const PANELS: Record<string, (view: ViewPage) => Promise<unknown>> = {
  'the start': (view) => view.open(),
  'search with suggestions': (view) => view.open().then(() => view.search('bert')),
  'search that finds nothing': (view) => openedWith(view, '', () => fill(view, 'zzzzqqqq'), '.hits-none'),
  'a paper': (view) => openedWith(view, `?node=${TRANSFORMER}`, undefined, '.panel h1'),
  'a method': (view) => openedWith(view, '?node=transformer', undefined, '.panel h1'),
  'a model': (view) => openedWith(view, '?node=bert', undefined, '.panel h1'),
  'a benchmark with its evidence opened': (view) => openedWith(view, '?node=imagenet', () => why1(view), '.evidence'),
  'a repository': (view) =>
    openedWith(
      view,
      `?node=${encodeURIComponent('github.com/google-research/bert')}`,
      undefined,
      '.panel h1, .panel-failed',
    ),
  'a relationship': (view) =>
    openedWith(view, `?from=${BERT}&type=SCORES&to=glue`, undefined, '.panel .link-row, .panel-failed'),
  'a name that nothing has': (view) => openedWith(view, '?node=no-such-thing', undefined, '.panel-failed'),
  'the table': (view) => openedWith(view, '', () => view.page.keyboard.press('t'), '.nodes tbody tr'),
  'the table beside a selection': (view) =>
    openedWith(view, '?node=bert', () => view.page.keyboard.press('t'), '.nodes .is-selected'),
  'the questions': (view) => openedWith(view, '', () => view.page.keyboard.press('a'), '.question'),
  'a question with its answer': (view) => openedWith(view, '', () => ask(view), '.answer tbody tr'),
  'Cypher with its answer': (view) => openedWith(view, '', () => cypher(view), '.answer tbody tr'),
  'what chosen nodes share': (view) =>
    openedWith(view, `?choose=${BERT}&choose=${ROBERTA}`, () => shared(view), '.common .link'),
  'ways between two nodes': (view) =>
    openedWith(view, `?choose=${BERT}&choose=${ROBERTA}`, () => view.page.keyboard.press('w'), '.tray .tray-word'),
  'adding papers': (view) => openedWith(view, '', () => view.page.keyboard.press('u'), '.drop-place'),
  'the keys': (view) => openedWith(view, '', () => view.page.keyboard.press('?'), '.key-list'),
  'the filters': (view) => openedWith(view, '?years=2018-2022', () => view.page.keyboard.press('r'), '.filters'),
  'how the picture is drawn': (view) =>
    openedWith(view, '?hide=repo&layout=years&colour=community', () => view.page.keyboard.press('v'), '#picture'),
  sharing: (view) => openedWith(view, '?node=bert', () => view.page.keyboard.press('Shift+K'), '.share'),
  'papers side by side': (view) =>
    openedWith(view, `?choose=${BERT}&choose=${ROBERTA}`, () => view.page.keyboard.press('m'), '.compare-section'),
  'the decisions': (view) => openedWith(view, '', () => view.page.keyboard.press('d'), '.drawer-decisions'),
  'the choice of neighbours': async (view) => {
    await view.openSmall(40, '?node=imagenet')
    await view.page.getByRole('button', { name: 'Choose which neighbours come' }).click()
    await view.page.locator('.menu-rows').waitFor()
  },
  'the ways to correct': (view) =>
    openedWith(view, '?node=bert', () => view.page.locator('.panel').getByText('Curate').click(), '.panel h1'),
}

async function openedWith(view: ViewPage, query: string, act: (() => Promise<unknown>) | undefined, seen: string) {
  await view.open(query)
  if (/node|from|choose/.test(query)) await view.page.locator('.panel h1, .panel-failed, .tray-node').first().waitFor()
  await act?.()
  await view.page.locator(seen).first().waitFor()
}

const fill = ({ page }: ViewPage, text: string) => page.locator('#search').fill(text)
const why1 = ({ page }: ViewPage) => page.locator('.panel .link-why').first().click()
const shared = ({ page }: ViewPage) => page.keyboard.press('i')

async function ask({ page }: ViewPage): Promise<void> {
  await page.keyboard.press('a')
  await page.locator('.question').filter({ hasText: 'Paths between' }).click()
  for (const [field, words] of [
    ['from', 'imagenet'],
    ['to', 'attention is all you need'],
  ] as const) {
    await page.getByRole('combobox', { name: field }).fill(words)
    await page.getByRole('option').first().click()
  }
  await page.getByRole('button', { name: 'Ask', exact: true }).last().click()
}

async function cypher({ page }: ViewPage): Promise<void> {
  await page.keyboard.press('a')
  await page.getByRole('button', { name: /Cypher/ }).click()
  await page.locator('textarea').press('Control+Enter')
}
