/*
 * Macros that projects define with tricks of their compiler. What they mean is said here in plain C, and a project's own
 * definition of them is not used.
 */

/* Brought into shape by the front end itself. */
#define __attribute__(...)
#define __attribute(...)
#define offsetof(type, ...)

#define __declspec(specifier)
#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#define __must_be_array(array) 0
#define BUILD_BUG_ON_ZERO(condition) 0
#define BUILD_BUG_ON(condition) ((void) 0)
#define container_of(pointer, type, member) ((type *) ((char *) (pointer) - offsetof(type, member)))
#define ignore_result(expression) ((void) (expression))
#define IGNORE_RESULT(expression) ((void) (expression))
