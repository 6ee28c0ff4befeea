/** The environment, read here and nowhere else. */
export interface Environment {
  data: string | undefined
  neo4jPassword: string | undefined
  neo4jDatabase: string | undefined
  token: string | undefined
}

export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  return {
    data: env.PAPERGRAPH_DATA || undefined,
    neo4jPassword: env.NEO4J_PASSWORD,
    neo4jDatabase: env.NEO4J_DATABASE || undefined,
    token: env.PAPERGRAPH_TOKEN || undefined,
  }
}
