import { describe, expect, it } from 'vitest'
import { type GoldEntity, keyOf, type Read, score, wordsOf } from './score.ts'

function wanted(name: string, more: Partial<GoldEntity> = {}): GoldEntity {
  return { type: 'method', name, aliases: [], also: [], role: 'uses', required: true, ...more }
}
type Found = Read['found'][number]
function found(name: string, more: Partial<Found> = {}): Found {
  return { type: 'method', name, aliases: [], role: 'uses', ...more }
}
const key = (name: string): string => keyOf(wordsOf(name))

describe('the scorer of the sample', () => {
  it('folds case, accents, hyphens and plurals, and nothing more', () => {
    expect(key('Auto-Encoders')).toBe(key('autoencoder'))
    expect(key('The Frechet inception distances')).toBe(key('Fréchet inception-distance'))
    expect(key('CIFAR 10')).toBe(key('CIFAR-10'))
    expect(key('Policies')).toBe(key('policy'))
    expect(key('UCB+')).not.toBe(key('UCB'))
    expect(key('CIFAR-100')).not.toBe(key('CIFAR-10'))
    expect(key('loss')).not.toBe(key('los'))
  })

  it('counts right, wrong and missed by type', () => {
    const gold = [
      wanted('Foo Net', { role: 'introduces' }),
      wanted('Bar', { type: 'model', aliases: ['Big bar'] }),
      wanted('BazBench', { type: 'benchmark' }),
    ]
    const figures = score([
      { gold, found: [found('foo-nets'), found('Big Bar', { type: 'model' }), found('Qux', { type: 'model' })] },
    ])
    // 2 right, 1 wrong, 1 missed
    expect(figures.named).toBeCloseTo(4 / 6)
    expect(figures).toMatchObject({ method: 1, benchmark: 0, topic: 0, repo: 0, roles: 0.5, introduced: 0 })
    expect(figures.model).toBeCloseTo(2 / 3)
    expect(figures.errors).toEqual(['role method Foo Net', 'spurious model Qux', 'missed benchmark BazBench'])
  })

  it('lets optional entities be found or not, but only once', () => {
    const gold = [wanted('Foo'), wanted('dropout', { required: false })]
    expect(score([{ gold, found: [found('Foo')] }]).named).toBe(1)
    expect(score([{ gold, found: [found('Foo'), found('dropout', { role: 'introduces' })] }])).toMatchObject({
      named: 1,
      roles: 1,
      errors: [],
    })
    const twice = score([{ gold, found: [found('Foo'), found('Dropout'), found('drop-out')] }])
    expect(twice.errors).toEqual(['duplicate method drop-out'])
    expect(twice.named).toBeCloseTo(2 / 3)
  })

  it('takes an acronym and its expansion as two nodes for a duplicate', () => {
    const gold = [wanted('Foo Bar Net', { aliases: ['FBN'] })]
    expect(score([{ gold, found: [found('Foo Bar Net', { aliases: ['FBN'] })] }]).errors).toEqual([])
    expect(score([{ gold, found: [found('FBN'), found('Foo Bar Net')] }]).errors).toEqual([
      'duplicate method Foo Bar Net',
    ])
  })

  it('prefers a required entity where an optional one has the form too', () => {
    const gold = [
      wanted('Foo 2', { type: 'benchmark', required: false }),
      wanted('Foo', { type: 'benchmark', aliases: ['Foo 2'] }),
    ]
    const two = [found('Foo 2', { type: 'benchmark' }), found('foo-2', { type: 'benchmark' })]
    expect(score([{ gold, found: two }])).toMatchObject({ benchmark: 1, errors: [] })
  })

  it('accepts the other types of an entity and counts under its own', () => {
    const gold = [wanted('Foo', { also: ['model'] })]
    expect(score([{ gold, found: [found('Foo', { type: 'model' })] }])).toMatchObject({ method: 1, errors: [] })
    expect(score([{ gold, found: [found('Foo', { type: 'topic' })] }]).errors).toEqual([
      'spurious topic Foo',
      'missed method Foo',
    ])
  })

  it('compares addresses by host and path, and leaves the roles of topics and repositories out', () => {
    const gold = [
      wanted('github.com/A/b', { type: 'repo', role: 'introduces' }),
      wanted('Foo'),
      wanted('few-shot learning', { type: 'topic' }),
    ]
    const figures = score([
      {
        gold,
        found: [
          found('https://www.github.com/a/B.git', { type: 'repo' }),
          found('Foo'),
          found('Few-shot learning', { type: 'topic', role: 'introduces' }),
        ],
      },
    ])
    expect(figures).toMatchObject({ repo: 1, topic: 1, roles: 1, errors: [] })
  })

  it('gives zero, not an error, where there is nothing', () => {
    expect(score([])).toMatchObject({ named: 0, topic: 0, repo: 0, roles: 0, errors: [] })
  })
})
