// Concepts that look like duplicates
//
// Pairs of concepts that may be one thing: names or aliases of the same letters and digits, one the acronym of the other, or names
// that differ in one letter. Pairs where one is known as a variant of the other are left out. Candidates for a person to decide.
// In a console: the unranked rows, a row for each concept and variant.
//
// Parameters:
//   among: integer = 20000, from 2 to 100000 - Compare so many concepts, those that most papers name.
//   limit: integer = 100, from 1 to 10000 - At most so many pairs.
// Columns:
//   id, name, type, papers: The one that more papers name.
//   otherId, otherName, otherType, otherPapers: The other one.
//   reason: the same letters, acronym or one letter apart.
// Shape: both
// Rank: likelyDuplicates
:param among => 20000;
:param limit => 100;
MATCH (c:Concept)
WITH c
ORDER BY c.papers DESC, c.id
LIMIT $among
CALL (c) {
  RETURN null AS variantOf
  UNION ALL
  MATCH (c)-[:VARIANT_OF]->(o:Concept) RETURN o.id AS variantOf
}
RETURN c.id AS id,
       c.name AS name,
       c.type AS type,
       c.papers AS papers,
       c.aliases AS aliases,
       variantOf AS variantOf
ORDER BY papers DESC, id, variantOf
