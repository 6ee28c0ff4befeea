const number = (value: number): string => value.toLocaleString('en')

export const mapSizeWords = {
  label: 'How many nodes the map begins with',
  choice: (value: number) => number(value),
  all: (value: number) => `all ${number(value)}`,
  drawing: (value: number) => `Drawing ${number(value)} nodes…`,
}
