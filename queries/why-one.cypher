// Why one node is one thing
//
// The names that are kept for a concept, with what joined it: the words of a paper ("Graph Sorting (GraSS)"), a line of the
// curated table, a person's decision, or spelling alone (case, plural, hyphens); and who writes it so.
//
// Parameters:
//   concept: id of a concept - The concept.
// Columns:
//   alias: The name; the first row is the one that the concept goes by. Empty for a decision that is about the whole concept.
//   joined: name, spelling, paper, curated or person.
//   paper: For paper, the paper whose words joined it.
//   words: These words, the line of the curated table, or the person's decision.
//   papers: How many papers write it so.
//   example: One of them, the most certain.
//   sentence: The best sentence in which that paper names the concept, by this name or another.
// Shape: table
:param concept => 'bert';
MATCH (c:Concept {id: $concept})
CALL (c) {
  MATCH (c)<-[r:INTRODUCES|USES|ABOUT]-(p:Paper)
  UNWIND r.surfaces AS surface
  WITH surface, p, r.sentence AS sentence, r.confidence AS confidence, p.id AS id
  ORDER BY surface, confidence DESC, id
  WITH surface, count(DISTINCT p) AS papers, collect(id) AS ids, collect(sentence) AS sentences
  RETURN collect({surface: surface, papers: papers, id: ids[0], sentence: sentences[0]}) AS written
}
WITH [c.name] + c.aliases + [one IN coalesce(c.decisions, []) | ''] AS names,
     ['name'] + coalesce(c.aliasEvidence, []) + [one IN coalesce(c.decisions, []) | 'person ' + one] AS reasons, written
UNWIND range(0, size(names) - 1) AS at
WITH at, names[at] AS alias, coalesce(reasons[at], 'spelling') AS reason, written
WITH at, alias, reason, split(reason, ': ') AS parts, split(reason, ' ') AS said, [one IN written WHERE one.surface = alias] AS found
WITH at, alias, reason, parts, said, found[0] AS one
RETURN alias AS alias,
       said[0] AS joined,
       CASE said[0] WHEN 'paper' THEN substring(parts[0], 6) END AS paper,
       CASE WHEN size(said) = 1 THEN null
         WHEN said[0] = 'paper' THEN substring(reason, size(parts[0]) + 2)
         ELSE substring(reason, size(said[0]) + 1) END AS words,
       coalesce(one.papers, 0) AS papers,
       one.id AS example,
       one.sentence AS sentence
ORDER BY at
