/*
 * Macros of system headers whose uses are no C expressions or declarations, so that the parser needs their replacement.
 * Everything else of the system stays as it is written. A project's own definitions come first.
 */

/* stdarg.h */
#define va_arg(list, type) (*(type *) (list))
#define __builtin_va_arg(list, type) (*(type *) (list))

/* stddef.h */
#define __builtin_offsetof(type, member) offsetof(type, member)
#define __builtin_types_compatible_p(a, b) 1
#define __builtin_choose_expr(c, a, b) ((c) ? (a) : (b))

/* typeof of an expression, which the grammar does not know; what it gives is not known either */
#define typeof(operand) typeof_operand
#define __typeof(operand) typeof_operand
#define __typeof__(operand) typeof_operand
#define typeof_unqual(operand) typeof_operand

/* stdint.h */
#define INT8_C(value) value
#define INT16_C(value) value
#define INT32_C(value) value
#define INT64_C(value) value
#define UINT8_C(value) value
#define UINT16_C(value) value
#define UINT32_C(value) value
#define UINT64_C(value) value
#define INTMAX_C(value) value
#define UINTMAX_C(value) value

/* unistd.h with _GNU_SOURCE */
#define TEMP_FAILURE_RETRY(expression) \
    ({ long retried; do retried = (long) (expression); while (retried == -1 && errno == EINTR); retried; })

/* sys/cdefs.h and the compiler */
#define __BEGIN_DECLS
#define __END_DECLS
#define __P(parameters) parameters
#define __THROW
#define __dead
#define __dead2
#define __unused
#define __used
#define __packed
#define __pure
#define __printflike(format, first)
#define __scanflike(format, first)
#define __nonnull(parameters)
#define __wur
#define __extension__
#define __restrict restrict
#define __restrict__ restrict
#define __signed__ signed
#define __const const
#define __auto_type int
#define __asm__ asm
#define __asm asm

/* sys/time.h: an operator as argument */
#define timercmp(a, b, operator) \
    ((a)->tv_sec == (b)->tv_sec ? (a)->tv_usec operator (b)->tv_usec : (a)->tv_sec operator (b)->tv_sec)
#define timespeccmp(a, b, operator) \
    ((a)->tv_sec == (b)->tv_sec ? (a)->tv_nsec operator (b)->tv_nsec : (a)->tv_sec operator (b)->tv_sec)

/* paths.h: names that stand beside literals */
#define _PATH_BSHELL "/bin/sh"
#define _PATH_CONSOLE "/dev/console"
#define _PATH_DEV "/dev/"
#define _PATH_DEVNULL "/dev/null"
#define _PATH_LASTLOG "/var/log/lastlog"
#define _PATH_MOUNTED "/etc/mtab"
#define _PATH_PASSWD "/etc/passwd"
#define _PATH_SHADOW "/etc/shadow"
#define _PATH_TMP "/tmp/"
#define _PATH_TTY "/dev/tty"
#define _PATH_VARRUN "/var/run/"
#define _PATH_VARTMP "/var/tmp/"

/* sys/queue.h */
#define LIST_HEAD(name, type) struct name { struct type *lh_first; }
#define LIST_ENTRY(type) struct { struct type *le_next; struct type **le_prev; }
#define LIST_FOREACH(var, head, field) for ((var) = (head)->lh_first; (var); (var) = (var)->field.le_next)
#define LIST_FOREACH_SAFE(var, head, field, next) \
    for ((var) = (head)->lh_first; (var) && ((next) = (var)->field.le_next, 1); (var) = (next))
#define SLIST_HEAD(name, type) struct name { struct type *slh_first; }
#define SLIST_ENTRY(type) struct { struct type *sle_next; }
#define SLIST_FOREACH(var, head, field) for ((var) = (head)->slh_first; (var); (var) = (var)->field.sle_next)
#define SLIST_FOREACH_SAFE(var, head, field, next) \
    for ((var) = (head)->slh_first; (var) && ((next) = (var)->field.sle_next, 1); (var) = (next))
#define STAILQ_HEAD(name, type) struct name { struct type *stqh_first; struct type **stqh_last; }
#define STAILQ_ENTRY(type) struct { struct type *stqe_next; }
#define STAILQ_FOREACH(var, head, field) for ((var) = (head)->stqh_first; (var); (var) = (var)->field.stqe_next)
#define STAILQ_FOREACH_SAFE(var, head, field, next) \
    for ((var) = (head)->stqh_first; (var) && ((next) = (var)->field.stqe_next, 1); (var) = (next))
#define SIMPLEQ_HEAD(name, type) struct name { struct type *sqh_first; struct type **sqh_last; }
#define SIMPLEQ_ENTRY(type) struct { struct type *sqe_next; }
#define SIMPLEQ_FOREACH(var, head, field) for ((var) = (head)->sqh_first; (var); (var) = (var)->field.sqe_next)
#define TAILQ_HEAD(name, type) struct name { struct type *tqh_first; struct type **tqh_last; }
#define TAILQ_ENTRY(type) struct { struct type *tqe_next; struct type **tqe_prev; }
#define TAILQ_FOREACH(var, head, field) for ((var) = (head)->tqh_first; (var); (var) = (var)->field.tqe_next)
#define TAILQ_FOREACH_SAFE(var, head, field, next) \
    for ((var) = (head)->tqh_first; (var) && ((next) = (var)->field.tqe_next, 1); (var) = (next))
#define TAILQ_FOREACH_REVERSE(var, head, name, field) \
    for ((var) = TAILQ_LAST(head, name); (var); (var) = TAILQ_PREV(var, name, field))

/* sys/tree.h */
#define RB_HEAD(name, type) struct name { struct type *rbh_root; }
#define RB_ENTRY(type) struct { struct type *rbe_left; struct type *rbe_right; struct type *rbe_parent; int rbe_color; }
#define RB_FOREACH(var, name, head) for ((var) = RB_MIN(name, head); (var); (var) = RB_NEXT(name, head, var))
#define RB_FOREACH_SAFE(var, name, head, next) \
    for ((var) = RB_MIN(name, head); (var) && ((next) = RB_NEXT(name, head, var), 1); (var) = (next))
#define RB_FOREACH_REVERSE(var, name, head) for ((var) = RB_MAX(name, head); (var); (var) = RB_PREV(name, head, var))
#define RB_FOREACH_REVERSE_SAFE(var, name, head, next) \
    for ((var) = RB_MAX(name, head); (var) && ((next) = RB_PREV(name, head, var), 1); (var) = (next))
#define RB_MIN(name, head) name##_RB_MINMAX(head, -1)
#define RB_MAX(name, head) name##_RB_MINMAX(head, 1)
#define RB_NEXT(name, head, node) name##_RB_NEXT(node)
#define RB_PREV(name, head, node) name##_RB_PREV(node)
#define RB_PROTOTYPE(name, type, field, compare)
#define RB_PROTOTYPE_STATIC(name, type, field, compare)
#define RB_GENERATE(name, type, field, compare)
#define RB_GENERATE_STATIC(name, type, field, compare)

/* glib.h */
#define G_BEGIN_DECLS
#define G_END_DECLS
#define G_GNUC_UNUSED
#define g_autofree __attribute__((cleanup(g_free)))
#define g_autoptr(type) __attribute__((cleanup(g_object_unref))) type *
#define G_GNUC_NORETURN __attribute__((noreturn))
