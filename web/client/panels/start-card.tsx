import { useMemo } from 'preact/hooks'
import type { Controller } from '../graph/controller.ts'
import { ask, openAllQuestions } from '../state/ask.ts'
import { isStartShown, leaveStart } from '../state/start.ts'
import { startQuestions } from '../state/start-questions.ts'
import { shownVersion, status } from '../state/store.ts'
import { intake } from '../state/uploads.ts'
import { words } from '../strings.ts'
import { startWords } from '../words/start.ts'
import { DropPlace } from './drop-place.tsx'
import { Icon } from './icons.tsx'
import { QuestionWords } from './question-words.tsx'
import { StartCommunities } from './start-communities.tsx'
import { StartNews } from './start-news.tsx'

/** What one can do here, over the left of the map until something is done: a sheet from below on a narrow screen. */
export function StartCard({ controller }: { controller: Controller }) {
  const { value } = status
  if (!isStartShown.value || !value) return null
  const { Paper: papers = 0, Concept: concepts = 0, Repo: repositories = 0 } = value.nodes
  const isSample = value.graph === 'sample'
  return (
    <section class="start" data-covers="left" aria-label={startWords.label}>
      <button
        type="button"
        class="panel-close"
        aria-label={startWords.dismiss}
        title={startWords.dismiss}
        onClick={leaveStart}
      >
        <Icon name="close" />
      </button>
      <h1>{startWords.title(papers)}</h1>
      <p class="start-holds">{startWords.holds(concepts, repositories, isSample)}</p>
      <StartQuestions controller={controller} />
      <StartCommunities controller={controller} />
      {!isSample && <StartNews key={shownVersion.value} controller={controller} />}
      {intake.value?.isOpen && (
        <div class="start-part">
          <h2>{startWords.add}</h2>
          <DropPlace isSmall say={words.dropHere} />
          {isSample && <p class="start-note">{startWords.addSample}</p>}
        </div>
      )}
    </section>
  )
}

function StartQuestions({ controller }: { controller: Controller }) {
  const { graph } = controller.canvas
  const questions = useMemo(
    () =>
      startQuestions({
        nodes: controller.canvas.nodes(),
        edges: graph.mapEdges((_, { edge }) => edge),
      }),
    [shownVersion.value],
  )
  return (
    <div class="start-part">
      <header>
        <h2>{startWords.questions}</h2>
        <button type="button" class="start-all" onClick={openAllQuestions}>
          {startWords.moreQuestions}
        </button>
      </header>
      <ul class="start-questions">
        {questions.map((question) => (
          <li key={question.name}>
            <button type="button" class="start-question" onClick={() => ask(question)}>
              <span>
                <QuestionWords question={question} />
              </span>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
