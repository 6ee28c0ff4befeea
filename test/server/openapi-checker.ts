import { Ajv2020 } from 'ajv/dist/2020.js'
import type { OpenApiDocument, Operation } from '../../web/server/openapi.ts'

type Reader = (path: string) => Promise<Response>

/** Checks answers against the OpenAPI document that the server itself gives. */
export async function openApiChecker(get: Reader) {
  const document: OpenApiDocument = await (await get('/api/openapi.json')).json()
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ajv.addSchema(document, 'api')
  const pointer = (...steps: string[]) =>
    `api#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`

  const operation = (method: string, address: string): [path: string, Operation] => {
    const path = new URL(address, 'http://localhost').pathname.replace(/^\/api/, '')
    const found = document.paths[path]?.[method]
    if (found === undefined) throw new Error(`${method} ${path} is not in the document`)
    return [path, found]
  }
  return {
    document,
    /** What is wrong with an answer: a status or a body that the document does not know. */
    async faultsOf(method: 'get' | 'post', address: string, answer: Response): Promise<string[]> {
      const [path, { responses }] = operation(method, address)
      const status = String(answer.status)
      const described = responses[status]
      if (described === undefined) return [`status ${status} is not described`]
      const media = (answer.headers.get('content-type') ?? '').replace(/;.*/, '')
      const place =
        typeof described.$ref === 'string'
          ? described.$ref.slice(2).split('/')
          : ['paths', path, method, 'responses', status]
      const validate = ajv.getSchema(pointer(...place, 'content', media, 'schema'))
      if (validate === undefined) return [`${media} is not described`]
      if (validate(await answer.clone().json())) return []
      return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    },
  }
}
