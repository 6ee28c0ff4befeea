/**
 * The HTTP API's types, written by `npm run client` from its OpenAPI document (/api/openapi.json): edit the schemas of
 * web/api.ts and the routes of web/server instead. client.ts makes a client of them; openapi-fetch reads them as well.
 */

/** Any error is one of these, with a status of its own. */
interface Problems {
  default: { content: { 'application/problem+json': Problem } }
}

export interface paths {
  '/status': {
    /** Which graph is open and what it holds */
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody?: never
      responses: { 200: { content: { 'application/json': GraphStatus } } } & Problems
    }
  }
  '/map': {
    /** The most connected part of the graph, laid out */
    get: {
      parameters: {
        query?: {
          /** At most so many nodes; more than 100000 count as 100000 */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': GraphMap } } } & Problems
    }
  }
  '/map/columns': {
    /** The same map as columns, which is shorter */
    get: {
      parameters: {
        query?: {
          /** At most so many nodes; more than 100000 count as 100000 */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': GraphMapColumns } } } & Problems
    }
  }
  '/map/places': {
    /** Where the nodes of a map lie when their places are settled */
    get: {
      parameters: {
        query?: {
          /** At most so many nodes; more than 100000 count as 100000 */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': MapPlaces } } } & Problems
    }
  }
  '/search': {
    /** Search for nodes by name */
    get: {
      parameters: {
        query: {
          /** The words to search for; the last one may be unfinished */
          q: string
          /** At most so many nodes; more than 50 count as 50 */
          limit?: number
          /** Only papers of this year or later */
          from?: number
          /** Only papers of this year or earlier */
          to?: number
          /** Only nodes of this type; may be given several times */
          type?: NodeType[]
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': SearchHits } } } & Problems
    }
  }
  '/node': {
    /** A node with its evidence; a paper with its marked mentions */
    get: {
      parameters: {
        query: {
          /** The node’s id, or a name or alias that one node alone has */
          id: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': NodeDetails } } } & Problems
    }
  }
  '/neighbours': {
    /** The nodes one step away, and what runs among them */
    get: {
      parameters: {
        query: {
          /** The node’s id, or a name or alias that one node alone has */
          id: string
          /** Only nodes of this type; may be given several times */
          type?: NodeType[]
          /** Only along this relationship; may be given several times */
          relationship?: RelationshipType[]
          /** Only along relationships that begin at the node, or end there */
          direction?: 'any' | 'out' | 'in'
          /** What comes first: the most connected, the most named, the newest, or by name */
          order?: 'degree' | 'papers' | 'year' | 'name'
          /** At most so many neighbours; more than 500 count as 500 */
          limit?: number
          /** Goes on where the page with this `next` ended, everything else asked as there; empty for the first page */
          cursor?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Neighbours } } } & Problems
    }
  }
  '/edge': {
    /** A relationship and its evidence */
    get: {
      parameters: {
        query: {
          /** The id of the node where it begins */
          from: string
          /** Its type */
          type: RelationshipType
          /** The id of the node where it ends */
          to: string
          /** Tells it from others of its type between these two; see `key` of an edge */
          key?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': EdgeDetails } } } & Problems
    }
  }
  '/edges': {
    /** What runs among some nodes */
    get: {
      parameters: {
        query: {
          /** The id of a node; unknown ones are passed over. May be given 60 times */
          id: string[]
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Edges } } } & Problems
    }
    /** What runs among many nodes */
    post: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            /** The id of a node; unknown ones are passed over */
            ids: string[]
          }
        }
      }
      responses: { 200: { content: { 'application/json': Edges } } } & Problems
    }
  }
  '/ingests': {
    /** The ingests that the papers came with, the last one first */
    get: {
      parameters: {
        query?: {
          /** At most so many ingests; more than 1000 count as 1000 */
          limit?: number
          /** Goes on where the page with this `next` ended, everything else asked as there; empty for the first page */
          cursor?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Ingests } } } & Problems
    }
  }
  '/queries': {
    /** Which questions there are, with their parameters and their Cypher */
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Questions } } } & Problems
    }
  }
  '/query/benchmark-table': {
    /** Papers on a benchmark, with their scores */
    get: {
      parameters: {
        query: {
          /** The benchmark (a concept’s id, name or alias) */
          benchmark: string
          /** Only numbers of this metric, in capitals or not; empty for all */
          metric?: string
          /** Only numbers of this kind */
          kind?: 'any' | 'absolute' | 'gain' | 'drop' | 'baseline'
          /** At most so many rows */
          limit?: number
          /** Rows to leave out at the beginning */
          offset?: number
          /** Goes on where the page with this `next` ended, everything else asked as there; empty for the first page */
          cursor?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/compare': {
    /** Papers side by side */
    get: {
      parameters: {
        query: {
          /** The papers to compare (a paper’s id or title) */
          papers: string[]
          /** At most so many rows */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/concept-history': {
    /** A concept's history */
    get: {
      parameters: {
        query: {
          /** The concept (a concept’s id, name or alias) */
          concept: string
          /** At most so many of the first papers that introduce it */
          introducers?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/concept-pairs': {
    /** Pairs of concepts that go together more than chance says */
    get: {
      parameters: {
        query?: {
          /** The type of both */
          type?: 'method' | 'model' | 'benchmark' | 'topic'
          /** At least so many papers name both; 0 is 2, or one paper in 5,000 where that is more */
          minimum?: number
          /** What the answer is ordered by (lift has the order of pmi) */
          by?: 'npmi' | 'pmi' | 'likelihood' | 'together'
          /** At most so many pairs, only those above chance */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/concept-papers': {
    /** Who else names a concept */
    get: {
      parameters: {
        query: {
          /** The concept (a concept’s id, name or alias) */
          concept: string
          /** At most so many rows */
          limit?: number
          /** Rows to leave out at the beginning */
          offset?: number
          /** Goes on where the page with this `next` ended, everything else asked as there; empty for the first page */
          cursor?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/counts': {
    /** The counts of the graph */
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/edge': {
    /** One relationship and its evidence */
    get: {
      parameters: {
        query: {
          /** The id of the node where it begins */
          from: string
          /** The relationship's type */
          type: 'INTRODUCES' | 'USES' | 'SCORES' | 'ABOUT' | 'LINKS_TO' | 'VARIANT_OF'
          /** The id of the node where it ends */
          to: string
          /** What it is used as, or where a score stands; empty for LINKS_TO and VARIANT_OF */
          key?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/edges-among': {
    /** Relationships among nodes */
    get: {
      parameters: {
        query: {
          /** The nodes' ids */
          ids: string[]
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/edges-from': {
    /** Relationships that begin at nodes */
    get: {
      parameters: {
        query: {
          /** The nodes' ids */
          ids: string[]
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/goes-with': {
    /** Concepts that go together with a concept more than chance says */
    get: {
      parameters: {
        query: {
          /** The concept (a concept’s id, name or alias) */
          concept: string
          /** The type of the others */
          type?: 'any' | 'method' | 'model' | 'benchmark' | 'topic'
          /** At least so many papers name both */
          minimum?: number
          /** What the answer is ordered by (lift has the order of pmi) */
          by?: 'npmi' | 'pmi' | 'likelihood' | 'together'
          /** At most so many concepts, only those above chance */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/health': {
    /** The health of the graph */
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/in-common': {
    /** What nodes have in common */
    get: {
      parameters: {
        query: {
          /** The nodes (a node’s id, name or alias) */
          nodes: string[]
          /** At most so many things */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/ingests': {
    /** Ingests and what each brought */
    get: {
      parameters: {
        query?: {
          /** At most so many ingests */
          limit?: number
          /** Ingests to leave out at the beginning */
          offset?: number
          /** Goes on where the page with this `next` ended, everything else asked as there; empty for the first page */
          cursor?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/likely-duplicates': {
    /** Concepts that look like duplicates */
    get: {
      parameters: {
        query?: {
          /** Compare so many concepts, those that most papers name */
          among?: number
          /** At most so many pairs */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/map': {
    /** The opening map */
    get: {
      parameters: {
        query?: {
          /** At most so many nodes */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/neighbourhood': {
    /** The neighbourhood of a concept */
    get: {
      parameters: {
        query: {
          /** The concept (a concept’s id, name or alias) */
          concept: string
          /** How far the neighbourhood reaches */
          steps?: number
          /** At most so many nodes at each step */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/neighbours': {
    /** Neighbours of a node */
    get: {
      parameters: {
        query: {
          /** The node (a node’s id, name or alias) */
          node: string
          /** Only nodes of these types (paper, method, model, benchmark, topic, repo); empty for all */
          types?: string[]
          /** Only along relationships of these types; empty for all */
          relationships?: string[]
          /** Only along relationships that begin at the node (out) or end there (in) */
          direction?: 'any' | 'out' | 'in'
          /** What comes first: the most connected, the most named, the newest, or by name */
          order?: 'degree' | 'papers' | 'year' | 'name'
          /** At most so many neighbours */
          limit?: number
          /** Neighbours to leave out at the beginning */
          offset?: number
          /** Goes on where the page with this `next` ended, everything else asked as there; empty for the first page */
          cursor?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/node': {
    /** One node */
    get: {
      parameters: {
        query: {
          /** The node (a node’s id, name or alias) */
          node: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/node-links': {
    /** The relationships of a node, with their evidence */
    get: {
      parameters: {
        query: {
          /** The node (a node’s id, name or alias) */
          node: string
          /** Only these types; empty for all */
          relationships?: string[]
          /** At most so many of each type and direction */
          limit?: number
          /** Relationships of each to leave out at the beginning */
          offset?: number
          /** Goes on where the page with this `next` ended, everything else asked as there; empty for the first page */
          cursor?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/nodes': {
    /** Several nodes */
    get: {
      parameters: {
        query: {
          /** The nodes' ids */
          ids: string[]
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/paper-mentions': {
    /** Where a paper names things */
    get: {
      parameters: {
        query: {
          /** The paper (a paper’s id or title) */
          paper: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/paper-names': {
    /** What a paper names */
    get: {
      parameters: {
        query: {
          /** The paper (a paper’s id or title) */
          paper: string
          /** At most so many rows */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/papers-with-code': {
    /** Papers that release code, a model or data */
    get: {
      parameters: {
        query?: {
          /** At most so many rows */
          limit?: number
          /** Rows to leave out at the beginning */
          offset?: number
          /** Goes on where the page with this `next` ended, everything else asked as there; empty for the first page */
          cursor?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/paths': {
    /** Paths between two papers or concepts */
    get: {
      parameters: {
        query: {
          /** Where the paths begin (a node’s id, name or alias) */
          from: string
          /** Where they end (a node’s id, name or alias) */
          to: string
          /** At most so many relationships in a path */
          steps?: number
          /** Go around concepts and repositories that more papers than this name */
          hubs?: number
          /** At most so many paths; 1 for the shortest */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/reading-list': {
    /** A reading list for a topic, or any concept */
    get: {
      parameters: {
        query: {
          /** What to read about (a concept’s id, name or alias) */
          concept: string
          /** How much recency counts; centrality counts the rest */
          recent?: number
          /** How much it counts that a paper is unlike those before it */
          diversity?: number
          /** Years after which recency is half */
          halfLife?: number
          /** At most so many papers */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/rising': {
    /** Concepts that rise between two periods */
    get: {
      parameters: {
        query?: {
          /** The type */
          type?: 'any' | 'method' | 'model' | 'benchmark' | 'topic'
          /** First year of the earlier period; 0 chooses it */
          earlierFrom?: number
          /** Its last year; 0 is the year before the later period */
          earlierTo?: number
          /** First year of the later period; 0 chooses it */
          laterFrom?: number
          /** Its last year; 0 is the newest */
          laterTo?: number
          /** At least so many papers of the later period name it; 0 is 2, or one in 5,000 of that period where that is more */
          minimum?: number
          /** Whether the share grew or shrank (`minimum` is then of the earlier period) */
          direction?: 'rising' | 'falling'
          /** At most so many concepts */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/scores': {
    /** Scores of a paper or on a benchmark */
    get: {
      parameters: {
        query: {
          /** The paper or benchmark (a node’s id, name or alias) */
          node: string
          /** At most so many rows */
          limit?: number
          /** Rows to leave out at the beginning */
          offset?: number
          /** Goes on where the page with this `next` ended, everything else asked as there; empty for the first page */
          cursor?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/shared-benchmarks': {
    /** Papers that share benchmarks with a paper */
    get: {
      parameters: {
        query: {
          /** The paper to compare with (a paper’s id or title) */
          paper: string
          /** At most so many papers */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/shared-combined': {
    /** Papers that share benchmarks and methods with a paper */
    get: {
      parameters: {
        query: {
          /** The paper to compare with (a paper’s id or title) */
          paper: string
          /** The weight of a shared benchmark */
          benchmarks?: number
          /** The weight of a shared method or model */
          methods?: number
          /** At most so many papers */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/shared-methods': {
    /** Papers that share methods or models with a paper */
    get: {
      parameters: {
        query: {
          /** The paper to compare with (a paper’s id or title) */
          paper: string
          /** At most so many papers */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/similar': {
    /** Papers similar to a paper */
    get: {
      parameters: {
        query: {
          /** The paper to compare with (a paper’s id or title) */
          paper: string
          /** At most so many papers */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/top-concepts': {
    /** The most used concepts of a type */
    get: {
      parameters: {
        query?: {
          /** The type */
          type?: 'method' | 'model' | 'benchmark' | 'topic'
          /** At most so many concepts */
          limit?: number
          /** Rows to leave out at the beginning */
          offset?: number
          /** Goes on where the page with this `next` ended, everything else asked as there; empty for the first page */
          cursor?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/unconnected-papers': {
    /** Papers that nothing connects */
    get: {
      parameters: {
        query?: {
          /** At most so many rows */
          limit?: number
          /** Rows to leave out at the beginning */
          offset?: number
          /** Goes on where the page with this `next` ended, everything else asked as there; empty for the first page */
          cursor?: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/variants': {
    /** The family of a model, a method or any concept */
    get: {
      parameters: {
        query: {
          /** The concept (a concept’s id, name or alias) */
          concept: string
          /** At most so many rows */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/whats-new': {
    /** What a new ingest brought */
    get: {
      parameters: {
        query?: {
          /** The number of the first ingest to count; 0 for the last one alone */
          since?: number
          /** At most so many papers, so many concepts and so many relationships of these papers */
          limit?: number
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/query/why-one': {
    /** Why one node is one thing */
    get: {
      parameters: {
        query: {
          /** The concept (a concept’s id, name or alias) */
          concept: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/cypher': {
    /** Run one Cypher statement that reads */
    post: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            /** One statement that reads */
            text: string
            /** Its parameters by name */
            parameters?: { [key: string]: Value }
            /** End it so long after its start; more than 10000 counts as 10000 */
            timeoutMs?: number
            /** Cut it off after so many rows; more than 10000 count as 10000 */
            maxRows?: number
          }
        }
      }
      responses: { 200: { content: { 'application/json': Table; 'application/x-ndjson': unknown } } } & Problems
    }
  }
  '/export/{format}': {
    /** The graph, what a question draws or answers, or some nodes, as a file */
    get: {
      parameters: {
        query?: {
          /** A question of the catalogue: what it draws, or for csv, latex and markdown its table */
          query?: string
          /** A parameter of the question, as name=value; may be given several times, for a list with one name */
          param?: string[]
          /** A node by id or name, with what runs among all that are given; may be given several times */
          id?: string[]
          /** Everything one step away from these nodes as well */
          neighbours?: 'true' | 'false'
        }
        path: {
          /** The format */
          format:
            | 'gexf'
            | 'graphml'
            | 'json'
            | 'csv-nodes'
            | 'csv-edges'
            | 'cypher'
            | 'neo4j-import'
            | 'notes'
            | 'bibtex'
            | 'csl-json'
            | 'csv'
            | 'latex'
            | 'markdown'
        }
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          content: {
            'application/gexf+xml': unknown
            'application/graphml+xml': unknown
            'application/json': unknown
            'text/csv': unknown
            'text/plain': unknown
            'application/zip': unknown
            'application/x-bibtex': unknown
            'application/vnd.citationstyles.csl+json': unknown
            'application/x-tex': unknown
            'text/markdown': unknown
          }
        }
      } & Problems
    }
    /** Many nodes with what runs among them, as a picture shows them, as a file */
    post: {
      parameters: {
        query?: never
        path: {
          /** The format */
          format:
            | 'gexf'
            | 'graphml'
            | 'json'
            | 'csv-nodes'
            | 'csv-edges'
            | 'cypher'
            | 'neo4j-import'
            | 'notes'
            | 'bibtex'
            | 'csl-json'
            | 'csv'
            | 'latex'
            | 'markdown'
        }
        header?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            nodes: {
              /** The id or name of a node */
              id: string
              /** Where a picture shows it; with y */
              x?: number
              y?: number
              /** Its colour there, as #rrggbb */
              colour?: string
              /** Its diameter there */
              size?: number
            }[]
          }
        }
      }
      responses: {
        200: {
          content: {
            'application/gexf+xml': unknown
            'application/graphml+xml': unknown
            'application/json': unknown
            'text/csv': unknown
            'text/plain': unknown
            'application/zip': unknown
            'application/x-bibtex': unknown
            'application/vnd.citationstyles.csl+json': unknown
            'application/x-tex': unknown
            'text/markdown': unknown
          }
        }
      } & Problems
    }
  }
  '/uploads': {
    /** The latest uploads, and what the server takes */
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody?: never
      responses: { 200: { content: { 'application/json': UploadList } } } & Problems
    }
    /** Add papers: send a file */
    post: {
      parameters: {
        query: {
          /** What the file is called; the papers’ source in the graph */
          name: string
        }
        path?: never
        header?: never
        cookie?: never
      }
      requestBody: { content: { 'application/octet-stream': unknown } }
      responses: { 202: { content: { 'application/json': Upload } } } & Problems
    }
  }
  '/uploads/{id}': {
    /** How far an upload is, and its report */
    get: {
      parameters: {
        query?: never
        path: {
          /** The id of an upload */
          id: string
        }
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Upload } } } & Problems
    }
    /** Cancel an upload, or forget a finished one */
    delete: {
      parameters: {
        query?: never
        path: {
          /** The id of an upload */
          id: string
        }
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Upload } } } & Problems
    }
  }
  '/uploads/{id}/events': {
    /** Follow an upload by server-sent events */
    get: {
      parameters: {
        query?: never
        path: {
          /** The id of an upload */
          id: string
        }
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'text/event-stream': unknown } } } & Problems
    }
  }
  '/curation': {
    /** All decisions, and whether the graph has them */
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Curation } } } & Problems
    }
    /** Decide what is one thing and what is not, what a thing is, or what to hide */
    post: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody: {
        content: {
          'application/json': {
            /** same and different are about two things, type and hide about one */
            kind: 'same' | 'different' | 'type' | 'hide'
            things: {
              /** A node: it is named by the words of the paper that is surest of it */
              id?: string
              /** With `id`: by the words of this paper. With `words` alone: the paper that has them */
              paper?: string
              /** With `id`: by these words, in the paper that is surest of them */
              words?: string
            }[]
            /** Of the kind type: what the thing is */
            type?: 'method' | 'model' | 'benchmark' | 'topic'
            /** Why, for whoever reads it later */
            note?: string
          }
        }
      }
      responses: { 202: { content: { 'application/json': Decision } } } & Problems
    }
  }
  '/curation-file/apply': {
    /** Make the graph follow curation.jsonl after it was edited by hand */
    post: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody?: never
      responses: { 202: { content: { 'application/json': Curation } } } & Problems
    }
  }
  '/curation/{id}': {
    /** Take a decision back; everything will be as it would be without it */
    delete: {
      parameters: {
        query?: never
        path: {
          /** The id of a decision */
          id: string
        }
        header?: never
        cookie?: never
      }
      requestBody?: never
      responses: { 200: { content: { 'application/json': Curation } } } & Problems
    }
  }
  '/openapi.json': {
    /** This API as an OpenAPI 3.1 document */
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody?: never
      responses: { 200: { content: { 'application/json': unknown } } } & Problems
    }
  }
  '/docs': {
    /** This API as a page to read */
    get: {
      parameters: { query?: never; path?: never; header?: never; cookie?: never }
      requestBody?: never
      responses: { 200: { content: { 'text/html': unknown } } } & Problems
    }
  }
}

/** Nodes of the map that hang together more than with the rest (Louvain). */
export type Community = {
  /** Its number; nodes name it */
  community: number
  /** How many nodes of the map belong to it */
  nodes: number
  /** How many of them are papers */
  papers: number
  /** Its share of the PageRank of the map */
  importance: number
  /** Up to three concepts to call it by, the strongest first: inside × log2(1 + lift), where inside is how many of a concept’s ties lie within the community, and lift how much greater their share of all its ties is than the community’s share of all ties. Empty where it has none */
  concepts: {
    id: string
    label: string
    type: NodeType
  }[]
}

/** The decisions about this graph, and whether it has them. */
export type Curation = {
  /** Whether decisions may be made here */
  isOpen: boolean
  /** Why not, in a sentence */
  reason?: string
  /** The version of the graph that `applied` speaks of */
  version: string
  /** Newest first, those that wait before all others */
  decisions: Decision[]
  /** Lines of curation.jsonl that are no decision */
  problems: {
    line: number
    reason: string
  }[]
  /** Whether the graph is being made anew, or soon will be */
  isApplying: boolean
  /** Why that does not go on, in a sentence: another ingest is running */
  waitsFor?: string
  /** How far it is */
  progress?: {
    stage: string
    done: number
    total?: number
  }
  /** Why the graph could not be made anew the last time, in a sentence */
  problem?: string
}

/** What a person knows better than the words of the papers. */
export type Decision = {
  /** What it says, as a short id: the same whoever decides it */
  id: string
  kind: 'same' | 'different' | 'type' | 'hide'
  things: {
    paper: string
    /** As they stand in the paper; absent where the paper itself is meant */
    words?: string
  }[]
  /** Of the kind type: what the thing is */
  type?: 'method' | 'model' | 'benchmark' | 'topic'
  note?: string
  /** An ISO date */
  date?: string
  state: 'queued' | 'applying' | 'applied' | 'undoing' | 'waiting' | 'refused' | 'failed'
  /** Why it is refused or failed, in a sentence */
  reason?: string
  /** What its things were called where somebody decided it here */
  names: string[]
  /** The nodes that its things are on, in their order, as far as they are known */
  nodes: string[]
}

/** One relationship, its ends, and the words that it rests on. */
export type EdgeDetails = {
  /** The version of the graph that the answer is from */
  version: string
  edge: GraphEdge
  from: GraphNode
  to: GraphNode
  evidence?: Evidence
  properties: { [key: string]: Value }
}

/** What runs among some nodes. */
export type Edges = {
  /** The version of the graph that the answer is from */
  version: string
  /** On Neo4j while an ingest writes: the answer may mix papers of two versions, never half a paper */
  updating: boolean
  edges: GraphEdge[]
}

/** The words that a relationship rests on: all places as parallel lists, and the best one’s sentence. */
export type Evidence = {
  /** The words as they stand in the text */
  surfaces: string[]
  fields: ('title' | 'abstract')[]
  /** UTF-16 offsets into the field */
  starts: number[]
  ends: number[]
  sentence: string
  /** Where each marked surface stands in the sentence: [start, end) */
  marks: [number, number][]
  /** What found it */
  rule: string
  /** From 0 to 1 */
  confidence: number
  extractor: string
}

/** A relationship of the graph. */
export type GraphEdge = {
  /** Unique: from, type, to and key joined */
  id: string
  from: string
  to: string
  type: RelationshipType
  /** Tells parallel relationships apart: what it is used as, or where a score stands; else empty */
  key: string
  /** From 0 to 1 */
  confidence: number
  /** LINKS_TO only: the authors’ own release */
  own?: boolean
}

/** The most connected part of the graph (all of it when it is small), laid out. */
export type GraphMap = {
  /** The version of the graph that the answer is from */
  version: string
  /** On Neo4j while an ingest writes: the answer may mix papers of two versions, never half a paper */
  updating: boolean
  /** quick while the places of a big map are still being worked out: they are good, and better ones will come */
  layout: 'quick' | 'settled'
  nodes: GraphNode[]
  edges: GraphEdge[]
  /** The most important first, at most 100 */
  communities: Community[]
  /** What the whole graph holds */
  totals: {
    nodes: number
    relationships: number
  }
}

/** The same as GraphMap, as columns, a third of the size. */
export type GraphMapColumns = {
  /** The version of the graph that the answer is from */
  version: string
  /** On Neo4j while an ingest writes: the answer may mix papers of two versions, never half a paper */
  updating: boolean
  /** quick while the places of a big map are still being worked out: they are good, and better ones will come */
  layout: 'quick' | 'settled'
  /** The most important first, at most 100 */
  communities: Community[]
  /** What the whole graph holds */
  totals: {
    nodes: number
    relationships: number
  }
  /** What the column `type` of nodes counts in */
  types: NodeType[]
  /** What the column `type` of edges counts in */
  relationships: RelationshipType[]
  /** What the column `venue` counts in */
  venues: string[]
  /** What the column `key` counts in */
  keys: string[]
  nodes: {
    id: string[]
    type: number[]
    label: string[]
    degree: number[]
    /** -1 for none */
    papers: number[]
    /** -1 for none */
    year: number[]
    /** -1 for none */
    venue: number[]
    /** 1 for yes */
    hasCode: number[]
    x: number[]
    y: number[]
    /** -1 for none */
    community: number[]
    pagerank: number[]
  }
  edges: {
    /** Places in the columns of nodes */
    from: number[]
    to: number[]
    type: number[]
    key: number[]
    confidence: number[]
    /** 1 for yes */
    own: number[]
  }
}

/** A node of the graph. */
export type GraphNode = {
  id: string
  type: NodeType
  /** Title, name or owner/name */
  label: string
  /** Relationships of the node in the whole graph */
  degree: number
  /** Papers that name a concept or repository */
  papers?: number
  /** A paper’s year */
  year?: number
  /** Where a paper was published, where that is known */
  venue?: string
  /** Whether a paper links to code of its authors; absent where not */
  hasCode?: true
  /** Where a layout is known, from 0 to 1 */
  x?: number
  y?: number
  /** Which community of the map it belongs to */
  community?: number
  /** Its PageRank on the map, as a share of the greatest: from 0 to 1 */
  pagerank?: number
}

/** Which graph is open and what it holds. */
export type GraphStatus = {
  /** The program’s version */
  papergraph: string
  /** Which graph is open */
  graph: 'sample' | 'own'
  /** What to call it: "the bundled sample", the data folder’s name, the database’s address without credentials */
  name: string
  store: 'embedded' | 'neo4j'
  engine: string
  /** The version of the graph that the answer is from */
  version: string
  /** The version of what reads the papers */
  extractor: string
  /** On Neo4j while an ingest writes: the answer may mix papers of two versions, never half a paper */
  updating: boolean
  /** How many nodes have each label */
  nodes: { [key: string]: number }
  /** How many relationships of each type there are */
  relationships: { [key in 'INTRODUCES' | 'USES' | 'SCORES' | 'ABOUT' | 'LINKS_TO' | 'VARIANT_OF']: number }
  /** What holds typed queries in memory, in words */
  memoryLimit: string
}

/** The ingests that papers of the graph came with, the last one first. */
export type Ingests = {
  /** The version of the graph that the answer is from */
  version: string
  ingests: {
    /** Its number */
    ingest: number
    /** How many papers it first brought, of those that are still there */
    papers: number
    /** The year of the oldest of them */
    firstYear?: number
    lastYear?: number
  }[]
  /** The `cursor` of the next page; absent on the last one. On another version of the graph it gives 410 */
  next?: string
}

/** Where the nodes of a map lie, in their order there. */
export type MapPlaces = {
  /** The version of the graph that the answer is from */
  version: string
  /** On Neo4j while an ingest writes: the answer may mix papers of two versions, never half a paper */
  updating: boolean
  /** quick while the places of a big map are still being worked out: they are good, and better ones will come */
  layout: 'quick' | 'settled'
  /** Empty while the places are still being worked out */
  x: number[]
  y: number[]
}

/** Nodes one step away, and the edges among them and to the node. */
export type Neighbours = {
  /** The version of the graph that the answer is from */
  version: string
  id: string
  nodes: GraphNode[]
  /** Between the node and these neighbours, and among these neighbours */
  edges: GraphEdge[]
  /** How many neighbours there are */
  total: number
  /** The `cursor` of the next page; absent on the last one. On another version of the graph it gives 410 */
  next?: string
}

/** What a node is, who says so, and its first links. */
export type NodeDetails = {
  /** The version of the graph that the answer is from */
  version: string
  node: GraphNode
  aliases: string[]
  title?: string
  abstract?: string
  authors?: string[]
  venue?: string
  published?: string
  sources?: string[]
  /** The paper’s page, the repository */
  links: {
    label: string
    url: string
  }[]
  /** Mentions in a paper’s text, to be marked; offsets are UTF-16 into title or abstract */
  mentions?: {
    field: 'title' | 'abstract'
    start: number
    end: number
    target: string
    type: NodeType
  }[]
  /** By relationship and direction, best first, the first ones of each; total counts all of them */
  groups: {
    relationship: RelationshipType
    /** out where it begins at the node, in where it ends there */
    direction: 'out' | 'in'
    total: number
    links: NodeLink[]
  }[]
  /** Scores of a paper, or on a benchmark */
  scores: {
    paper: {
      id: string
      label: string
      year?: number
    }
    benchmark: {
      id: string
      label: string
    }
    value: number
    /** As it is written */
    text: string
    unit: string
    metric: string
    system: string
    kind: string
    sentence: string
  }[]
}

/** One relationship of a node, seen from the node. */
export type NodeLink = {
  edge: GraphEdge
  /** The node at the other end */
  other: GraphNode
  evidence?: Evidence
}

/** What a node is. */
export type NodeType = 'paper' | 'method' | 'model' | 'benchmark' | 'topic' | 'repo'

/** What went wrong (RFC 9457). */
export type Problem = {
  type: 'about:blank'
  title: string
  status: number
  /** One sentence for people */
  detail: string
  /** A stable code for programs */
  code: string
  /** Of typed Cypher: where in the text, from 1 */
  line?: number
  column?: number
  /** For an unknown id: nodes that it may mean */
  choices?: GraphNode[]
}

/** A parameter of a question of the catalogue. */
export type QuestionParameter = {
  name: string
  type: 'string' | 'integer' | 'float' | 'boolean' | 'strings'
  description: string
  /** A node of this kind: its id, or a name that is looked up. With the type strings: a list of them */
  idOf?: 'paper' | 'concept' | 'node'
  /** Absent: the parameter must be given */
  default?: string | number | boolean | string[]
  /** The only values there are */
  oneOf?: string[]
  /** The least that a number may be */
  from?: number
  /** The most that a number may be */
  to?: number
}

/** The catalogue. */
export type Questions = {
  queries: {
    name: string
    title: string
    description: string
    parameters: QuestionParameter[]
    /** graph: rows are nodes (id) or relationships (from, to). both: rows to read that name such things as well */
    shape: 'table' | 'graph' | 'both'
    /** The Cypher */
    text: string
  }[]
}

/** What a relationship says. */
export type RelationshipType = 'INTRODUCES' | 'USES' | 'SCORES' | 'ABOUT' | 'LINKS_TO' | 'VARIANT_OF'

/** A node that a search found. */
export type SearchHit = {
  id: string
  type: NodeType
  name: string
  /** Papers that name it; absent for a paper */
  papers?: number
  year?: number
  /** First authors, or the alias that matched */
  detail?: string
  score: number
}

/** The best first. */
export type SearchHits = {
  /** The version of the graph that the answer is from */
  version: string
  hits: SearchHit[]
}

/** Rows of values, one value a column. */
export type Table = {
  /** The version of the graph that the answer is from */
  version: string
  /** On Neo4j while an ingest writes: the answer may mix papers of two versions, never half a paper */
  updating: boolean
  columns: string[]
  rows: Value[][]
  /** Whether a limit cut the rows off */
  truncated: boolean
  /** Time in the engine, milliseconds */
  tookMs: number
  /** Of a question with limit and offset: the `cursor` of the next page, which may be empty. On another version of the graph it gives 410 */
  next?: string
  /** Of typed Cypher: sentences about names in it that the graph does not have */
  notices?: string[]
}

/** A file that was sent, and what became of it. */
export type Upload = {
  id: string
  /** What the file is called */
  name: string
  /** Of the file; so far, while it arrives */
  bytes: number
  state: 'receiving' | 'queued' | 'running' | 'cancelling' | 'done' | 'failed' | 'cancelled'
  /** An ISO time */
  receivedAt: string
  /** An ISO time */
  finishedAt?: string
  /** While it is queued: 1 is the next to run */
  place?: number
  /** Why it does not go on, in a sentence: another ingest is running */
  waitsFor?: string
  /** While it runs */
  progress?: {
    /** "reading", "extracting", "resolving", "writing papers" and the like */
    stage: string
    /** Records */
    done: number
    /** Of so many, where it can be known */
    total?: number
    /** Of the file that is being read */
    share?: number
    perSecond?: number
    /** Until this stage is over */
    secondsLeft?: number
  }
  /** When it is done, or failed for want of a usable record */
  report?: UploadReport
  /** Why it failed: a stable code and one sentence */
  problem?: {
    code: string
    detail: string
  }
}

/** What the server takes, and what became of the latest uploads. */
export type UploadList = {
  /** Whether files may be sent */
  isOpen: boolean
  /** Why not, in a sentence */
  reason?: string
  /** Of one file */
  mostBytes: number
  /** Uploads that may arrive or wait at once */
  mostWaiting: number
  /** Newest first; finished ones are forgotten after a week, or when fifty newer ones are there */
  uploads: Upload[]
}

/** What became of a file’s records. */
export type UploadReport = {
  /** Records read and usable */
  read: number
  /** Of them, those that were not there */
  new: number
  /** Of them, those that replaced an earlier version */
  updated: number
  /** Of them, those that were there as they are */
  unchanged: number
  /** Records that the graph is made of now */
  papers: number
  /** How many things of each type the records name */
  found: { [key: string]: number }
  /** Absent when nothing had to be written */
  written?: {
    nodes: number
    relationships: number
    removedNodes: number
    removedRelationships: number
  }
  /** The records that could not be used ("line 17", "entry smith2020"), each with the reason */
  problems: {
    record?: string
    reason: string
  }[]
  /** Problems beyond those that are named, which are at most a thousand */
  problemsLeftOut: number
  /** The version of the graph */
  version: string
}

/** Any JSON value. A node is {kind, id, labels, properties}, a relationship {kind, type, from, to, key, properties}. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value }
