/** What is said where there is no picture. */
export const goneWords = {
  lost: 'The graphics system took the picture away. It comes back by itself as soon as it can; the table shows the same nodes.',
  absent: 'This browser has no WebGL, which the picture needs; the table shows the same nodes.',
  back: 'The picture is back.',
}
