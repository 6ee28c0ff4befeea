import { words } from '../strings.ts'
import { headerWords } from '../words/header.ts'
import { type HeaderAction, headerActions } from './header-actions.ts'
import { Icon } from './icons.tsx'
import { useMenu } from './use-menu.ts'

/** The header's buttons; where there is no room for all of them, the rest stand in a menu. */
export function HeaderButtons() {
  const menu = useMenu()
  const actions = headerActions()
  const rest = actions.filter(({ isFirst }) => !isFirst)
  const underWay = rest.reduce((sum, { count = 0 }) => sum + count, 0)
  return (
    <nav class="header-buttons" aria-label={headerWords.actions}>
      {actions.map((action) => (
        <ActionButton key={action.name} action={action} />
      ))}
      <div class="more-actions" ref={menu.ref}>
        <button
          type="button"
          class="header-button"
          aria-expanded={menu.isOpen.value}
          aria-label={underWay > 0 ? headerWords.moreBusy(underWay) : headerWords.more}
          onClick={menu.toggle}
        >
          <Icon name="more" />
          {underWay > 0 && <span class="count">{underWay}</span>}
        </button>
        {menu.isOpen.value && (
          <ul class="more-menu">
            {rest.map((action) => (
              <li key={action.name}>
                <button
                  type="button"
                  class="more-row"
                  data-action={action.name}
                  aria-pressed={action.isPressed}
                  onClick={() => {
                    // The theme may be gone through: its button stays. What opens something makes room for it.
                    if (action.isPressed !== undefined) menu.close()
                    action.onChoose()
                  }}
                >
                  <Icon name={action.icon} />
                  <span>{action.label}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </nav>
  )
}

function ActionButton({ action }: { action: HeaderAction }) {
  const { name, icon, label, isPressed, isFirst, isIconOnly, count = 0, on = 0, onChoose } = action
  const text = action.text ?? (name === 'add' ? words.addButton : label)
  const classes = ['header-button', isFirst && 'is-first', isIconOnly && 'is-icon', count > 0 && 'is-working']
  return (
    <button
      type="button"
      class={classes.filter(Boolean).join(' ')}
      data-action={name}
      aria-pressed={isPressed}
      aria-label={label}
      title={isIconOnly ? label : undefined}
      onClick={onChoose}
    >
      <Icon name={icon} />
      {!isIconOnly && <span class="header-button-text">{text}</span>}
      {/* What is heard holds what is seen, word by word. */}
      {count + on > 0 && (
        <>
          {' '}
          <span class="count">{count + on}</span>
        </>
      )}
    </button>
  )
}
