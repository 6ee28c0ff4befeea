import { toast } from '../state/share.ts'

/** What was done just now, for those who see; `announcement` tells the others. */
export function Toast() {
  if (toast.value === '') return null
  return (
    <p class="toast" aria-hidden="true">
      {toast.value}
    </p>
  )
}
