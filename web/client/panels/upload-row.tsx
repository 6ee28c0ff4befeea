import type { Upload as Ingest } from '../openapi.ts'
import { cancelUpload, dismissSending, dismissUpload, isUnderWay, type Sending, stopSending } from '../state/uploads.ts'
import { words } from '../strings.ts'
import { Icon } from './icons.tsx'

/** A file on its way to the server. */
export function SendingRow({ sending }: { sending: Sending }) {
  const { file, sent, failed } = sending
  if (failed !== undefined)
    return (
      <Row
        name={file.name}
        mark="failed"
        detail={failed}
        end={words.dismiss}
        onEnd={() => dismissSending(sending.key)}
      />
    )
  return (
    <Row
      name={file.name}
      mark="running"
      detail={words.sending(sent, file.size)}
      end={words.cancel}
      onEnd={() => stopSending(sending)}
    >
      <Bar name={file.name} share={file.size > 0 ? sent / file.size : undefined} />
    </Row>
  )
}

/** An upload that the server has, with its progress or its report. */
export function UploadRow({ job }: { job: Ingest }) {
  const { state, report } = job
  if (isUnderWay(job))
    return (
      <Row
        name={job.name}
        mark={state === 'running' && job.waitsFor === undefined ? 'running' : 'waiting'}
        detail={words.underWay(job)}
        {...(state === 'cancelling' ? {} : { end: words.cancel, onEnd: () => void cancelUpload(job) })}
      >
        {state === 'running' && job.waitsFor === undefined && <Bar name={job.name} share={shareOf(job)} />}
      </Row>
    )
  return (
    <Row
      name={job.name}
      mark={state === 'done' ? 'done' : state === 'failed' ? 'failed' : 'cancelled'}
      detail={words.ended(job)}
      end={words.dismiss}
      onEnd={() => void dismissUpload(job)}
    >
      {report && report.problems.length > 0 && <Unusable report={report} />}
    </Row>
  )
}

type Mark = 'running' | 'waiting' | 'done' | 'failed' | 'cancelled'

function Row(props: {
  name: string
  mark: Mark
  detail: string
  end?: string
  onEnd?: () => void
  children?: preact.ComponentChildren
}) {
  const { name, mark, detail, end, onEnd, children } = props
  return (
    <li class={`upload is-${mark}`}>
      <span class="upload-mark">
        <Icon name={mark === 'done' ? 'check' : mark === 'failed' ? 'warn' : mark === 'cancelled' ? 'close' : 'file'} />
      </span>
      <p class="upload-name" title={name} dir="auto">
        {name}
      </p>
      {end !== undefined && (
        <button type="button" class="upload-end" aria-label={`${end}: ${name}`} onClick={onEnd}>
          {end}
        </button>
      )}
      <p class="upload-detail" role={mark === 'failed' ? 'alert' : undefined}>
        {detail}
      </p>
      {children}
    </li>
  )
}

/** How far it is; without a share, that something is going on. */
function Bar({ name, share }: { name: string; share: number | undefined }) {
  return share === undefined ? (
    <progress class="upload-bar" aria-label={name} />
  ) : (
    <progress class="upload-bar" aria-label={name} max={1} value={share} />
  )
}

function Unusable({ report }: { report: NonNullable<Ingest['report']> }) {
  return (
    <details class="unusable" open={report.problems.length <= 5}>
      <summary>{words.unusable(report.problems.length + report.problemsLeftOut)}</summary>
      <ul>
        {report.problems.map(({ record, reason }, index) => (
          <li key={index}>
            {record && <strong>{record}</strong>} {reason}
          </li>
        ))}
        {report.problemsLeftOut > 0 && <li>{words.andMore(report.problemsLeftOut)}</li>}
      </ul>
    </details>
  )
}

function shareOf({ progress }: Ingest): number | undefined {
  if (progress === undefined) return undefined
  if (progress.total !== undefined && progress.total > 0) return progress.done / progress.total
  return progress.share
}
