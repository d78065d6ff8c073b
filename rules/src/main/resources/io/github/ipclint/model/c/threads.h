/* <threads.h>: C17 7.26. */

[[ipc::calls(func, thread, argument(arg)), ipc::fills(thr), ipc::orders_before(thr), ipc::fails(result != 0), ipc::must_check, ipc::seed]]
int thrd_create(thrd_t *thr, int (*func)(void *), void *arg);
[[ipc::blocks(synchronization), ipc::orders_after(thr), ipc::fills(res, when(res)), ipc::fails(result != 0), ipc::seed]]
int thrd_join(thrd_t thr, int *res);
int thrd_detach(thrd_t thr);
thrd_t thrd_current(void);
int thrd_equal(thrd_t thr0, thrd_t thr1);
[[noreturn, ipc::noreturn]] void thrd_exit(int res);
[[ipc::blocks(time), ipc::reads(duration)]] int thrd_sleep(const struct timespec *duration, struct timespec *remaining);
void thrd_yield(void);
[[ipc::fills(mtx), ipc::becomes(mtx, initialized, process_private), ipc::fails(result != 0)]] int mtx_init(mtx_t *mtx, int type);
void mtx_destroy(mtx_t *mtx);
[[ipc::orders_after(mtx), ipc::blocks(synchronization, mtx), ipc::fails(result != 0), ipc::seed]] int mtx_lock(mtx_t *mtx);
[[ipc::orders_after(mtx), ipc::fails(result != 0), ipc::must_check, ipc::seed]] int mtx_trylock(mtx_t *mtx);
[[ipc::orders_after(mtx), ipc::blocks(synchronization, mtx), ipc::fails(result != 0), ipc::must_check, ipc::seed]]
int mtx_timedlock(mtx_t *mtx, const struct timespec *ts);
[[ipc::orders_before(mtx), ipc::fails(result != 0), ipc::seed]] int mtx_unlock(mtx_t *mtx);
[[ipc::fills(cond), ipc::becomes(cond, initialized, process_private)]] int cnd_init(cnd_t *cond);
void cnd_destroy(cnd_t *cond);
[[ipc::orders_before(mtx), ipc::blocks(synchronization, cond), ipc::orders_after(cond), ipc::orders_after(mtx), ipc::seed]]
int cnd_wait(cnd_t *cond, mtx_t *mtx);
[[ipc::orders_before(mtx), ipc::blocks(synchronization, cond), ipc::orders_after(cond), ipc::orders_after(mtx), ipc::fails(result != 0),
  ipc::seed]]
int cnd_timedwait(cnd_t *cond, mtx_t *mtx, const struct timespec *ts);
[[ipc::orders_before(cond), ipc::seed]] int cnd_signal(cnd_t *cond);
[[ipc::orders_before(cond), ipc::seed]] int cnd_broadcast(cnd_t *cond);
[[ipc::calls(func, now)]] void call_once(once_flag *flag, void (*func)(void));
[[ipc::fills(key)]] int tss_create(tss_t *key, void (*dtor)(void *));
void tss_delete(tss_t key);
void *tss_get(tss_t key);
int tss_set(tss_t key, void *value);
