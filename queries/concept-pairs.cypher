// Pairs of concepts that go together more than chance says
//
// Of N papers in the graph, a name the one concept, b the other, k both. Chance would make it a * b / N (expected). lift = k / expected;
// pmi = log2(lift), pointwise mutual information after Church and Hanks, "Word association norms, mutual information, and lexicography",
// Computational Linguistics 16 (1990); npmi = pmi / -log2(k / N), from -1 (never together) over 0 (chance) to 1 (always together), after Bouma,
// "Normalized (pointwise) mutual information in collocation extraction", GSCL (2009); likelihood is the log-likelihood ratio G² after
// Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19 (1993).
//
// Rank function: in a console the answer is its unranked rows, the counts of every pair that passes.
//
// Parameters:
//   type: string = 'benchmark', one of method model benchmark topic - The type of both.
//   minimum: integer = 0, from 0 to 1000000 - At least so many papers name both; 0 is 2, or one paper in 5,000 where that is more.
//   by: string = 'likelihood', one of npmi pmi likelihood together - What the answer is ordered by (lift has the order of pmi).
//   limit: integer = 25, from 1 to 1000 - At most so many pairs, only those above chance.
// Columns:
//   id: The id of the one that comes first by id.
//   name: Its name.
//   other: The other's id.
//   otherName: Its name.
//   papers: How many papers name the first (a).
//   otherPapers: How many name the other (b).
//   together: How many papers name both (k).
//   expected: How many would by chance, to three significant digits.
//   lift: together / expected, to four significant digits.
//   pmi: To three decimals.
//   npmi: To three decimals.
//   likelihood: G², to one decimal.
// Shape: both
// Rank: pairs
:param type => 'benchmark';
:param minimum => 0;
:param by => 'likelihood';
:param limit => 25;
MATCH (everything:Paper)
WITH count(everything) AS total
WITH total, CASE WHEN $minimum > 0 THEN $minimum WHEN total / 5000 > 2 THEN total / 5000 ELSE 2 END AS least
MATCH (a:Concept)
WHERE a.type = $type AND a.papers >= least
MATCH (a)<-[:INTRODUCES|USES|ABOUT|SCORES]-(p:Paper)
WITH p, collect(DISTINCT a) AS things, max(total) AS total, max(least) AS least
WHERE size(things) > 1
UNWIND things AS a
UNWIND things AS b
WITH total, least, a, b
WHERE a.id < b.id
WITH a, b, count(b) AS together, max(total) AS total, max(least) AS least
WHERE together >= least
RETURN a.id AS id,
       a.name AS name,
       b.id AS other,
       b.name AS otherName,
       a.papers AS named,
       b.papers AS papers,
       together AS together,
       total AS total
ORDER BY together DESC, id, other
