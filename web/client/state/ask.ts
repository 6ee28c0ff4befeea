import { signal } from '@preact/signals'
import type { StartQuestion } from './start-questions.ts'
import { openDrawer } from './store.ts'

/** The question whose form is open, by its name; empty for the list. Kept while the drawer is closed. */
export const openQuestion = signal('')
/** A question that was asked elsewhere on the page: its form is filled in with it, and asked at once. */
export const asked = signal<StartQuestion | undefined>(undefined)

/** Opens the questions with one that is filled in, and asks it. */
export function ask(question: StartQuestion): void {
  asked.value = question
  openQuestion.value = question.name
  openDrawer.value = 'ask'
}

/** Opens the questions at the list of all. */
export function openAllQuestions(): void {
  asked.value = undefined
  openQuestion.value = ''
  openDrawer.value = 'ask'
}
