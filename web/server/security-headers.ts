import { secureHeaders } from 'hono/secure-headers'

/**
 * What a browser may do with our pages: only what comes from this server runs, nothing frames it, no other page holds on
 * to it. Styles are set from script property by property, which needs no exception; layouts run in workers made from blobs.
 */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xContentTypeOptions: 'nosniff',
  xFrameOptions: 'DENY',
  // Plain HTTP; whoever puts TLS before it decides.
  strictTransportSecurity: false,
})
