import { useEffect } from 'preact/hooks'
import type { NodeAnswer } from '../../api.ts'
import { api } from '../api.ts'
import type { Controller } from '../graph/controller.ts'
import { otherNames } from '../state/other-names.ts'
import { announcement, shownVersion } from '../state/store.ts'
import { asWritten } from '../state/written.ts'
import { typeName, words } from '../strings.ts'
import { panelWords } from '../words/panels.ts'
import { BenchmarkScores } from './benchmark-scores.tsx'
import { DecisionsOn } from './decision-list.tsx'
import { Expand } from './expand.tsx'
import { HistoryChart } from './history-chart.tsx'
import { Icon } from './icons.tsx'
import { LinkGroup } from './link-group.tsx'
import { MentionedText } from './marked.tsx'
import { NodeActions } from './node-actions.tsx'
import { ScoreList } from './score-list.tsx'
import { TypeBadge } from './type-mark.tsx'
import { Unknown } from './unknown.tsx'
import { useAnswer } from './use-answer.ts'

/** What a node is, who says so, and where to go from here. */
export function NodePanel({ id, controller }: { id: string; controller: Controller }) {
  const { answer, failed, choices } = useAnswer((signal) => api.node(id, signal), shownVersion.value)
  useEffect(() => {
    if (!answer) return
    announcement.value = words.selected(answer.node.label, typeName[answer.node.type])
    document.title = `${answer.node.label} · ${words.name}`
    return () => {
      document.title = words.name
    }
  }, [answer])
  if (failed)
    return <Unknown id={id} failed={failed} choices={choices} onChoose={(target) => controller.goTo(target)} />
  if (!answer) return <div class="skeleton" aria-busy="true" />
  const { node } = answer
  const goTo = (target: string): void => controller.goTo(target)
  return (
    <article>
      <p class="panel-kind">
        <TypeBadge type={node.type} />
        <span>{factsOf(answer)}</span>
      </p>
      <h1 {...asWritten(node.label)}>
        {answer.title !== undefined ? (
          <MentionedText text={answer.title} mentions={mentionsIn(answer, 'title')} onChoose={goTo} />
        ) : (
          node.label
        )}
      </h1>
      {answer.authors && answer.authors.length > 0 && (
        <p class="authors" dir="auto">
          {answer.authors.join(', ')}
        </p>
      )}
      <DecisionsOn ids={[node.id]} />
      <Aliases answer={answer} />
      <Outside answer={answer} />
      <Expand answer={answer} controller={controller} />
      <NodeActions answer={answer} controller={controller} />
      {answer.abstract !== undefined && (
        <section>
          <h2>{words.abstract}</h2>
          <p class="abstract" {...asWritten(answer.abstract)}>
            {answer.abstract === '' ? (
              words.noAbstract
            ) : (
              <MentionedText text={answer.abstract} mentions={mentionsIn(answer, 'abstract')} onChoose={goTo} />
            )}
          </p>
        </section>
      )}
      {node.type !== 'paper' && node.type !== 'repo' && (node.papers ?? 0) > 2 && <HistoryChart id={node.id} />}
      {isWithoutOrigin(answer) && <p class="panel-note">{panelWords.noOrigin}</p>}
      {groupsOf(answer, true).map((group) => (
        <LinkGroup
          key={group.relationship + group.direction + answer.version}
          node={node}
          group={group}
          onChoose={goTo}
        />
      ))}
      {answer.scores.length > 0 &&
        (node.type === 'paper' ? (
          <ScoreList answer={answer} onChoose={goTo} />
        ) : (
          <BenchmarkScores id={node.id} onChoose={goTo} />
        ))}
      {groupsOf(answer, false).map((group) => (
        <LinkGroup
          key={group.relationship + group.direction + answer.version}
          node={node}
          group={group}
          onChoose={goTo}
        />
      ))}
    </article>
  )
}

/** Who made it stands before the scores, who uses it after them; scores have a list of their own. */
function groupsOf({ groups }: NodeAnswer, isFirst: boolean): NodeAnswer['groups'] {
  return groups.filter(({ relationship }) => relationship !== 'SCORES' && (relationship === 'INTRODUCES') === isFirst)
}

/** Whoever looks for the paper behind a name should not search the panel for what is not in the graph. */
const isWithoutOrigin = ({ node, groups }: NodeAnswer): boolean =>
  ['method', 'model', 'benchmark'].includes(node.type) &&
  !groups.some(({ relationship, direction }) => relationship === 'INTRODUCES' && direction === 'in')

function factsOf({ node, venue }: NodeAnswer): string {
  const facts =
    node.type === 'paper'
      ? [node.year, venue]
      : [node.papers === undefined ? undefined : words.papersNaming(node.papers)]
  return facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')
}

function mentionsIn({ mentions = [] }: NodeAnswer, field: 'title' | 'abstract') {
  return mentions.filter((mention) => mention.field === field)
}

function Aliases({ answer: { aliases, node } }: { answer: NodeAnswer }) {
  const others = otherNames(node.label, aliases)
  if (others.length === 0) return null
  return (
    <p class="aliases">
      <span>{words.alsoCalled}</span>
      {others.slice(0, 12).map((alias) => (
        <span key={alias} class="alias" dir="auto">
          {alias}
        </span>
      ))}
    </p>
  )
}

/** Ways out, only to the web: what a paper's text calls a link may be anything. */
function Outside({ answer }: { answer: NodeAnswer }) {
  const links = answer.links.filter(({ url }) => /^https?:\/\//i.test(url))
  if (links.length === 0) return null
  return (
    <p class="outside">
      {links.map(({ label, url }) => (
        <a key={url} href={url} target="_blank" rel="noopener noreferrer">
          {label}
          <Icon name="out" />
        </a>
      ))}
    </p>
  )
}
