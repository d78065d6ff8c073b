/* <search.h>: POSIX.1-2024 XBD search.h. What is put into a tree or table escapes, so tsearch and hsearch stand not here. */

[[ipc::calls(compar, now), ipc::fails(NULL)]] void *tfind(const void *key, void *const *rootp, int (*compar)(const void *, const void *));
[[ipc::calls(compar, now), ipc::fails(NULL)]] void *tdelete(const void *key, void **rootp, int (*compar)(const void *, const void *));
[[ipc::calls(action, now)]] void twalk(const void *root, void (*action)(const void *, VISIT, int));
[[ipc::fails(0)]] int hcreate(size_t nel);
void hdestroy(void);
