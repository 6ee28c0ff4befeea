/** The environment, read here and nowhere else. */
export interface Environment {
  data: string | undefined
  neo4jPassword: string | undefined
  token: string | undefined
}

export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  return {
    data: env.PAPERGRAPH_DATA || undefined,
    neo4jPassword: env.NEO4J_PASSWORD,
    token: env.PAPERGRAPH_TOKEN || undefined,
  }
}
