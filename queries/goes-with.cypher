// Concepts that go together with a concept more than chance says
//
// Of N papers in the graph, a name the concept, b the other, k both. Chance would make it a * b / N (expected). lift = k / expected;
// pmi = log2(lift), pointwise mutual information after Church and Hanks, "Word association norms, mutual information, and lexicography",
// Computational Linguistics 16 (1990); npmi = pmi / -log2(k / N), from -1 (never together) over 0 (chance) to 1 (always together), after Bouma,
// "Normalized (pointwise) mutual information in collocation extraction", GSCL (2009). pmi and lift favour rare concepts, so `minimum` leaves
// out small counts; likelihood is the log-likelihood ratio G² after Dunning, "Accurate methods for the statistics of surprise and
// coincidence", Computational Linguistics 19 (1993), which favours what many papers bear out (above 10.8, chance does it once in a thousand).
//
// Rank function: in a console the answer is its unranked rows, the counts of every concept that passes.
//
// Parameters:
//   concept: id of a concept - The concept.
//   type: string = 'any', one of any method model benchmark topic - The type of the others.
//   minimum: integer = 2, from 1 to 1000000 - At least so many papers name both.
//   by: string = 'npmi', one of npmi pmi likelihood together - What the answer is ordered by (lift has the order of pmi).
//   limit: integer = 25, from 1 to 1000 - At most so many concepts, only those above chance.
// Columns:
//   id: The other concept's id.
//   name: Its name.
//   type: Its type.
//   papers: How many papers name it (b).
//   together: How many papers name both (k).
//   expected: How many would by chance, to three significant digits.
//   lift: together / expected, to four significant digits.
//   pmi: To three decimals.
//   npmi: To three decimals.
//   likelihood: G², to one decimal.
// Shape: both
// Rank: association
:param concept => 'bert';
:param type => 'any';
:param minimum => 2;
:param by => 'npmi';
:param limit => 25;
MATCH (everything:Paper)
WITH count(everything) AS total
MATCH (c:Concept {id: $concept})<-[:INTRODUCES|USES|ABOUT|SCORES]-(p:Paper)
WITH DISTINCT total, c, p
MATCH (p)-[:INTRODUCES|USES|ABOUT|SCORES]->(o:Concept)
WHERE o.id <> $concept AND ($type = 'any' OR o.type = $type)
WITH total, c, o, count(DISTINCT p) AS together
WHERE together >= $minimum
RETURN o.id AS id,
       o.name AS name,
       o.type AS type,
       c.papers AS named,
       o.papers AS papers,
       together AS together,
       total AS total
ORDER BY together DESC, id
