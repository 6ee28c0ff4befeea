// Oklab: Ottosson 2020, "A perceptual color space for image processing", https://bottosson.github.io/posts/oklab/.

export type Triple = readonly [number, number, number]

/** Channels of #rrggbb as light, each from 0 to 1. */
export function linearOf(hex: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** #rrggbb of channels as light; what no screen shows is cut off. */
export function hexOf(linear: Triple): string {
  const channels = linear.map((value) => {
    const light = Math.min(1, Math.max(0, value))
    const encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}

/** Lightness from 0 to 1, and two axes of hue. */
export function toOklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

export function fromOklab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** The colour at a share, from 0 to 1, of the way through some colours, in even steps for the eye. */
export function rampAt(stops: readonly string[], share: number): string {
  const place = Math.min(1, Math.max(0, share)) * (stops.length - 1)
  const before = Math.min(stops.length - 2, Math.floor(place))
  const from = toOklab(linearOf(stops[before] ?? '#000000'))
  const to = toOklab(linearOf(stops[before + 1] ?? '#000000'))
  const part = place - before
  const at = (axis: 0 | 1 | 2): number => from[axis] + (to[axis] - from[axis]) * part
  return hexOf(fromOklab([at(0), at(1), at(2)]))
}
