// Ingests and what each brought
//
// The ingests that papers of the graph came with, the last one first, each with how many of its papers are still there. An
// ingest that brought no new paper is not among them; whats-new says what came with the last one, or since one of them.
//
// Parameters:
//   limit: integer = 100, from 1 to 1000 - At most so many ingests.
//   offset: integer = 0, from 0 to 1000000 - Ingests to leave out at the beginning.
// Columns:
//   ingest: Its number, counted from 1.
//   papers: How many papers it first brought.
//   firstYear, lastYear: The years of the oldest and the newest of them; null where none has a year.
//   total: How many ingests there are.
// Shape: table
:param limit => 100;
:param offset => 0;
MATCH (p:Paper)
WITH coalesce(p.ingest, 1) AS ingest, count(p) AS papers, min(p.year) AS firstYear, max(p.year) AS lastYear
WITH collect({ingest: ingest, papers: papers, firstYear: firstYear, lastYear: lastYear}) AS found
UNWIND found AS one
WITH size(found) AS total, one.ingest AS ingest, one.papers AS papers, one.firstYear AS firstYear, one.lastYear AS lastYear
ORDER BY ingest DESC
SKIP $offset
LIMIT $limit
RETURN ingest AS ingest,
       papers AS papers,
       firstYear AS firstYear,
       lastYear AS lastYear,
       total AS total
ORDER BY ingest DESC
