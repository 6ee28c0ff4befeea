// Concepts that rise between two periods
//
// The concepts whose share of the papers grew most from an earlier to a later period. likelihood says how sure that is: the log-likelihood
// ratio G² of the counts in both periods against an unchanged share, after Dunning, "Accurate methods for the statistics of surprise and
// coincidence", Computational Linguistics 19 (1993); chance alone goes above 3.84 once in 20 and above 10.8 once in 1,000 times, so that a
// concept that grew from 1 paper to 3 does not pass one that grew from 100 to 300.
//
// Without years the later period is from the middle year (half of all papers are as old or older) to the newest, and the earlier as many
// years before it; where the middle year is the oldest, the later one begins a year after. Papers without a year do not count. The earlier period must come first, and the two should not overlap.
//
// Rank function: in a console the answer is its unranked rows, the counts of every concept that passes.
//
// Parameters:
//   type: string = 'any', one of any method model benchmark topic - The type.
//   earlierFrom: integer = 0, from 0 to 9999 - First year of the earlier period; 0 chooses it.
//   earlierTo: integer = 0, from 0 to 9999 - Its last year; 0 is the year before the later period.
//   laterFrom: integer = 0, from 0 to 9999 - First year of the later period; 0 chooses it.
//   laterTo: integer = 0, from 0 to 9999 - Its last year; 0 is the newest.
//   minimum: integer = 0, from 0 to 1000000 - At least so many papers of the later period name it; 0 is 2, or one in 5,000 of that period where that is more.
//   direction: string = 'rising', one of rising falling - Whether the share grew or shrank (`minimum` is then of the earlier period).
//   limit: integer = 25, from 1 to 1000 - At most so many concepts.
// Columns:
//   id: The concept's id.
//   name: Its name.
//   type: Its type.
//   earlier: Papers of the earlier period that name it.
//   later: Papers of the later period that name it.
//   earlierShare: Of all papers of the earlier period, to five decimals.
//   laterShare: Of all papers of the later period, to five decimals.
//   growth: laterShare / earlierShare, to three significant digits; null where it is new.
//   likelihood: G², to one decimal.
//   earlierYears: The earlier period and how many papers it has.
//   laterYears: The later period and how many papers it has.
// Shape: both
// Rank: rising
:param type => 'any';
:param earlierFrom => 0;
:param earlierTo => 0;
:param laterFrom => 0;
:param laterTo => 0;
:param minimum => 0;
:param direction => 'rising';
:param limit => 25;
MATCH (dated:Paper)
WHERE dated.year IS NOT NULL
WITH percentileDisc(dated.year, 0.5) AS middle, min(dated.year) AS oldest, max(dated.year) AS newest
WITH CASE WHEN $laterTo > 0 THEN $laterTo ELSE newest END AS laterTo,
     CASE WHEN $laterFrom > 0 THEN $laterFrom WHEN middle > oldest THEN middle ELSE middle + 1 END AS laterFrom
WITH laterFrom, laterTo, CASE WHEN $earlierTo > 0 THEN $earlierTo ELSE laterFrom - 1 END AS earlierTo
WITH laterFrom, laterTo, earlierTo, CASE WHEN $earlierFrom > 0 THEN $earlierFrom ELSE earlierTo - laterTo + laterFrom END AS earlierFrom
MATCH (everything:Paper)
WHERE everything.year IS NOT NULL
WITH earlierFrom, earlierTo, laterFrom, laterTo, everything.year AS year
WITH earlierFrom, earlierTo, laterFrom, laterTo,
     sum(CASE WHEN year >= earlierFrom AND year <= earlierTo THEN 1 ELSE 0 END) AS earlierAll,
     sum(CASE WHEN year >= laterFrom AND year <= laterTo THEN 1 ELSE 0 END) AS laterAll
WITH earlierFrom, earlierTo, laterFrom, laterTo, earlierAll, laterAll, CASE $direction WHEN 'falling' THEN earlierAll ELSE laterAll END AS base
WITH earlierFrom, earlierTo, laterFrom, laterTo, earlierAll, laterAll,
     CASE WHEN $minimum > 0 THEN $minimum WHEN base / 5000 > 2 THEN base / 5000 ELSE 2 END AS least
MATCH (c:Concept)
WHERE c.papers >= least AND ($type = 'any' OR c.type = $type)
MATCH (c)<-[:INTRODUCES|USES|ABOUT|SCORES]-(p:Paper)
WHERE p.year >= earlierFrom AND p.year <= laterTo
WITH c, p.year AS year, count(DISTINCT p) AS papers,
     max(earlierFrom) AS earlierFrom, max(earlierTo) AS earlierTo, max(laterFrom) AS laterFrom, max(laterTo) AS laterTo,
     max(earlierAll) AS earlierAll, max(laterAll) AS laterAll, max(least) AS least
WITH c, max(earlierFrom) AS earlierFrom, max(earlierTo) AS earlierTo, max(laterFrom) AS laterFrom, max(laterTo) AS laterTo,
     max(earlierAll) AS earlierAll, max(laterAll) AS laterAll, max(least) AS least,
     sum(CASE WHEN year >= earlierFrom AND year <= earlierTo THEN papers ELSE 0 END) AS earlier,
     sum(CASE WHEN year >= laterFrom AND year <= laterTo THEN papers ELSE 0 END) AS later
WHERE CASE $direction WHEN 'falling' THEN earlier ELSE later END >= least
RETURN c.id AS id,
       c.name AS name,
       c.type AS type,
       earlier AS earlier,
       later AS later,
       earlierAll AS earlierAll,
       laterAll AS laterAll,
       earlierFrom AS earlierFrom,
       earlierTo AS earlierTo,
       laterFrom AS laterFrom,
       laterTo AS laterTo
ORDER BY later DESC, id
