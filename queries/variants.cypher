// Variants of a concept
//
// The concepts that are variants of a concept, and those that it is a variant of, up to three steps away.
//
// Parameters:
//   concept: id of a concept - The concept.
//   limit: integer = 100, from 1 to 10000 - At most so many rows.
// Columns:
//   id: The other concept's id.
//   name: Its name.
//   type: Its type.
//   papers: How many papers name it.
//   direction: out where the concept is a variant of the other, in where the other is a variant of it.
//   steps: How far away it is.
//   rule: What found the last step.
//   confidence: Of the last step, from 0 to 1.
//   paper: The paper that the last step rests on.
//   sentence: Its words.
// Shape: both
:param concept => 'bert';
:param limit => 100;
CALL {
  MATCH path = (c:Concept {id: $concept})-[:VARIANT_OF*1..3]->(o:Concept)
  RETURN o AS o, 'out' AS direction, length(path) AS steps, relationships(path) AS links
  UNION ALL
  MATCH path = (c:Concept {id: $concept})<-[:VARIANT_OF*1..3]-(o:Concept)
  RETURN o AS o, 'in' AS direction, length(path) AS steps, relationships(path) AS links
}
WITH o, direction, steps, links[steps - 1] AS r
WHERE o.id <> $concept
RETURN DISTINCT o.id AS id,
       o.name AS name,
       o.type AS type,
       o.papers AS papers,
       direction AS direction,
       steps AS steps,
       r.rule AS rule,
       r.confidence AS confidence,
       r.paper AS paper,
       r.sentence AS sentence
ORDER BY direction DESC, steps, papers DESC, id, confidence DESC, rule, paper
LIMIT $limit
