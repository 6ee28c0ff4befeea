/** A paper of a test, told from others by its number. */
export const paper = (number: number) => ({
  id: `test:${number}`,
  title: `TestNet-${number}: a network for tests`,
  abstract: `We propose TestNet-${number}, a convolutional network trained with Adam. It is evaluated on ImageNet and CIFAR-10, where it reaches ${50 + number}% accuracy. Code: https://github.com/example/testnet-${number}.`,
  authors: ['Ada Example'],
  year: 2020 + (number % 5),
})

/** Papers as JSON Lines. */
export const paperLines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `${JSON.stringify(paper(from + at))}\n`).join('')
