import type { Controller } from '../graph/controller.ts'
import { communities, communityNames, pointedCommunity } from '../state/communities.ts'
import { startWords } from '../words/start.ts'

const SHOWN = 7

const point = (community: number | undefined): void => {
  pointedCommunity.value = community
}

/** The communities of the map by their names; each is a way to it. */
export function StartCommunities({ controller }: { controller: Controller }) {
  const named = communities.value
    .map((each) => ({ ...each, names: communityNames(each) }))
    .filter(({ names, papers }) => names.length > 0 && papers > 1)
    .slice(0, SHOWN)
  if (named.length < 2) return null
  return (
    <div class="start-part">
      <h2>{startWords.communities}</h2>
      <ul class="start-communities">
        {named.map(({ community, names, papers }) => (
          <li key={community}>
            <button
              type="button"
              class="start-community"
              onClick={() => controller.goToCommunity(community)}
              onPointerEnter={() => point(community)}
              onPointerLeave={() => point(undefined)}
              onFocus={() => point(community)}
              onBlur={() => point(undefined)}
            >
              <span class="sr-only">{startWords.goTo} </span>
              <span class="start-community-name" dir="auto">
                {names.join(' · ')}
              </span>
              <span class="sr-only"> {startWords.onMap} </span>
              <span class="start-community-count">{papers.toLocaleString('en')}</span>
              <span class="sr-only"> {startWords.papers(papers)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
