/**
 * One paper as a source gave it. Text is normalised once by the reader (well-formed Unicode, NFC, white space runs to one
 * space, trimmed), before any offset is counted.
 */
export interface PaperRecord {
  /** `arxiv:2506.01939` (no version), `doi:…`, `acl:…`, the record's own `prefix:rest`, else `title:` + 16 hex digits. */
  id: string
  title: string
  /** May be empty. */
  abstract: string
  authors: string[]
  year?: number
  /** ISO date (YYYY, YYYY-MM or YYYY-MM-DD) where the source states one. */
  published?: string
  venue?: string
  url?: string
  /** The source's name: the file's base name, `stdin`, `sample`. */
  source: string
}
