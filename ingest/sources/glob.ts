import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether a source is a pattern rather than a path. */
export function isGlob(source: string): boolean {
  return /[*?[{]/.test(source)
}

/**
 * The files that a pattern means, sorted: `*` and `?` stay within a name, `**` crosses folders, `[a-c]` and `{bib,csv}` are
 * choices. Hidden names are met only where the pattern writes the dot.
 */
export async function globFiles(pattern: string): Promise<string[]> {
  const parts = pattern.split('/')
  const firstWild = parts.findIndex(isGlob)
  const base = parts.slice(0, firstWild).join('/') || (pattern.startsWith('/') ? '/' : '.')
  const expression = globExpression(parts.slice(firstWild).join('/'))
  const found = await filesBelow(
    base,
    parts.slice(firstWild).some((part) => part.startsWith('.')),
  )
  const hasBase = firstWild > 0
  return found.filter((path) => expression.test(path)).map((path) => (hasBase ? join(base, path) : path))
}

/** All files below a folder as paths relative to it, sorted. Hidden ones and node_modules are passed over unless asked for. */
export async function filesBelow(folder: string, withHidden = false, prefix = ''): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true })
  const files: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!withHidden && (entry.name.startsWith('.') || entry.name === 'node_modules')) continue
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (entry.isDirectory()) files.push(...(await filesBelow(folder, withHidden, path)))
    else if (entry.isFile() || entry.isSymbolicLink()) files.push(path)
  }
  return files
}

/** The regular expression of a pattern, over paths with forward slashes. */
export function globExpression(pattern: string): RegExp {
  let source = ''
  let depth = 0
  for (let index = 0; index < pattern.length; index += 1) {
    const sign = pattern[index] ?? ''
    const set = sign === '[' ? /^\[([!^]?)(\]?[^\]/]*)\]/.exec(pattern.slice(index)) : null
    if (pattern.startsWith('**/', index)) {
      source += '(?:[^/]+/)*'
      index += 2
    } else if (pattern.startsWith('**', index)) {
      source += '.*'
      index += 1
    } else if (sign === '*') source += '[^/]*'
    else if (sign === '?') source += '[^/]'
    else if (set !== null) {
      source += `[${set[1] ? '^' : ''}${(set[2] ?? '').replace(/[\\\]^]/g, '\\$&')}]`
      index += set[0].length - 1
    } else if (sign === '{') {
      depth += 1
      source += '(?:'
    } else if (sign === '}' && depth > 0) {
      depth -= 1
      source += ')'
    } else if (sign === ',' && depth > 0) source += '|'
    else source += sign.replace(/[\\^$.|+()[\]{}]/g, '\\$&')
  }
  return new RegExp(`^${source}${')'.repeat(depth)}$`)
}
