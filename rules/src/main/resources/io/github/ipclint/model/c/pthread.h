/* <pthread.h>: POSIX.1-2024 XBD pthread.h. A lock is known by its address. Errors are returned, not left in errno. */

/* Threads */

[[ipc::calls(start_routine, thread, argument(arg)), ipc::fills(thread), ipc::orders_before(thread), ipc::fails(result != 0),
  ipc::must_check, ipc::seed]]
int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attr, void *(*start_routine)(void *), void *restrict arg);
[[ipc::blocks(synchronization), ipc::orders_after(thread), ipc::fills(value_ptr, when(value_ptr)), ipc::fails(result != 0), ipc::seed]]
int pthread_join(pthread_t thread, void **value_ptr);
[[ipc::blocks(synchronization), ipc::orders_after(thread), ipc::fills(value_ptr, when(value_ptr)), ipc::fails(result != 0)]]
int pthread_timedjoin_np(pthread_t thread, void **value_ptr, const struct timespec *abstime);
[[ipc::orders_after(thread), ipc::fails(result != 0)]] int pthread_tryjoin_np(pthread_t thread, void **value_ptr);
[[ipc::fails(result != 0)]] int pthread_detach(pthread_t thread);
[[noreturn, ipc::noreturn]] void pthread_exit(void *value_ptr);
[[ipc::fails(result != 0)]] int pthread_cancel(pthread_t thread);
[[ipc::async_signal_safe, ipc::value(result)]] pthread_t pthread_self(void);
int pthread_equal(pthread_t t1, pthread_t t2);
[[ipc::calls(init_routine, now)]] int pthread_once(pthread_once_t *once_control, void (*init_routine)(void));
[[ipc::calls(prepare, now), ipc::calls(parent, now), ipc::calls(child, child), ipc::fails(result != 0)]]
int pthread_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void));
[[ipc::fills(key), ipc::calls(destructor, thread, when(destructor)), ipc::fails(result != 0)]]
int pthread_key_create(pthread_key_t *key, void (*destructor)(void *));
int pthread_key_delete(pthread_key_t key);
void *pthread_getspecific(pthread_key_t key);
int pthread_setspecific(pthread_key_t key, const void *value);
[[ipc::fills(oldstate, when(oldstate))]] int pthread_setcancelstate(int state, int *oldstate);
[[ipc::fills(oldtype, when(oldtype))]] int pthread_setcanceltype(int type, int *oldtype);
void pthread_testcancel(void);
[[ipc::calls(routine, thread, argument(arg))]] void pthread_cleanup_push(void (*routine)(void *), void *arg);
void pthread_cleanup_pop(int execute);
[[ipc::fills(attr)]] int pthread_attr_init(pthread_attr_t *attr);
int pthread_attr_destroy(pthread_attr_t *attr);
int pthread_attr_setdetachstate(pthread_attr_t *attr, int detachstate);
[[ipc::fills(detachstate)]] int pthread_attr_getdetachstate(const pthread_attr_t *attr, int *detachstate);
int pthread_attr_setstacksize(pthread_attr_t *attr, size_t stacksize);
[[ipc::fills(stacksize)]] int pthread_attr_getstacksize(const pthread_attr_t *attr, size_t *stacksize);
int pthread_attr_setstack(pthread_attr_t *attr, void *stackaddr, size_t stacksize);
[[ipc::fills(stackaddr), ipc::fills(stacksize)]] int pthread_attr_getstack(const pthread_attr_t *attr, void **stackaddr, size_t *stacksize);
int pthread_attr_setguardsize(pthread_attr_t *attr, size_t guardsize);
int pthread_attr_setschedpolicy(pthread_attr_t *attr, int policy);
int pthread_attr_setschedparam(pthread_attr_t *attr, const struct sched_param *param);
int pthread_attr_setinheritsched(pthread_attr_t *attr, int inheritsched);
int pthread_attr_setscope(pthread_attr_t *attr, int contentionscope);
int pthread_attr_setaffinity_np(pthread_attr_t *attr, size_t cpusetsize, const cpu_set_t *cpuset);
int pthread_setschedparam(pthread_t thread, int policy, const struct sched_param *param);
[[ipc::fills(policy), ipc::fills(param)]] int pthread_getschedparam(pthread_t thread, int *policy, struct sched_param *param);
int pthread_setschedprio(pthread_t thread, int prio);
int pthread_setname_np(pthread_t thread, const char *name);
[[ipc::fills(name, size), ipc::terminated(name)]] int pthread_getname_np(pthread_t thread, char *name, size_t size);
int pthread_setaffinity_np(pthread_t thread, size_t cpusetsize, const cpu_set_t *cpuset);
[[ipc::fills(cpuset)]] int pthread_getaffinity_np(pthread_t thread, size_t cpusetsize, cpu_set_t *cpuset);
[[ipc::fills(clock_id)]] int pthread_getcpuclockid(pthread_t thread, clockid_t *clock_id);
int pthread_yield(void);

/* Mutexes. Without an attribute object they work within one process. */

[[ipc::fills(mutex), ipc::becomes(mutex, initialized), ipc::becomes(mutex, process_private, unless(attr)),
  ipc::value(*mutex, *attr, when(attr)), ipc::fails(result != 0), ipc::seed]]
int pthread_mutex_init(pthread_mutex_t *restrict mutex, const pthread_mutexattr_t *restrict attr);
[[ipc::fails(result != 0)]] int pthread_mutex_destroy(pthread_mutex_t *mutex);
[[ipc::orders_after(mutex), ipc::blocks(lock, mutex), ipc::fails(result == EOWNERDEAD), ipc::fails(result != 0), ipc::seed]]
int pthread_mutex_lock(pthread_mutex_t *mutex);
[[ipc::orders_after(mutex), ipc::fails(result == EBUSY), ipc::fails(result == EOWNERDEAD), ipc::fails(result != 0), ipc::must_check,
  ipc::seed]]
int pthread_mutex_trylock(pthread_mutex_t *mutex);
[[ipc::orders_after(mutex), ipc::blocks(synchronization, mutex), ipc::fails(result == ETIMEDOUT), ipc::fails(result == EOWNERDEAD),
  ipc::fails(result != 0), ipc::must_check, ipc::seed]]
int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex, const struct timespec *restrict abstime);
[[ipc::orders_after(mutex), ipc::blocks(synchronization, mutex), ipc::fails(result == ETIMEDOUT), ipc::fails(result == EOWNERDEAD),
  ipc::fails(result != 0), ipc::must_check, ipc::seed]]
int pthread_mutex_clocklock(pthread_mutex_t *restrict mutex, clockid_t clock_id, const struct timespec *restrict abstime);
[[ipc::orders_before(mutex), ipc::fails(result != 0), ipc::seed]] int pthread_mutex_unlock(pthread_mutex_t *mutex);
[[ipc::fails(result != 0)]] int pthread_mutex_consistent(pthread_mutex_t *mutex);
[[ipc::fills(prioceiling)]] int pthread_mutex_getprioceiling(const pthread_mutex_t *mutex, int *prioceiling);
int pthread_mutex_setprioceiling(pthread_mutex_t *mutex, int prioceiling, int *old_ceiling);

[[ipc::fills(attr), ipc::becomes(attr, process_private), ipc::fails(result != 0)]] int pthread_mutexattr_init(pthread_mutexattr_t *attr);
int pthread_mutexattr_destroy(pthread_mutexattr_t *attr);
[[ipc::becomes(attr, process_shared, when(pshared == PTHREAD_PROCESS_SHARED)),
  ipc::becomes(attr, process_private, when(pshared == PTHREAD_PROCESS_PRIVATE)), ipc::fails(result != 0)]]
int pthread_mutexattr_setpshared(pthread_mutexattr_t *attr, int pshared);
[[ipc::fills(pshared)]] int pthread_mutexattr_getpshared(const pthread_mutexattr_t *attr, int *pshared);
int pthread_mutexattr_setrobust(pthread_mutexattr_t *attr, int robust);
[[ipc::fills(robust)]] int pthread_mutexattr_getrobust(const pthread_mutexattr_t *attr, int *robust);
int pthread_mutexattr_settype(pthread_mutexattr_t *attr, int type);
[[ipc::fills(type)]] int pthread_mutexattr_gettype(const pthread_mutexattr_t *attr, int *type);
int pthread_mutexattr_setprotocol(pthread_mutexattr_t *attr, int protocol);
[[ipc::fills(protocol)]] int pthread_mutexattr_getprotocol(const pthread_mutexattr_t *attr, int *protocol);
int pthread_mutexattr_setprioceiling(pthread_mutexattr_t *attr, int prioceiling);
[[ipc::fills(prioceiling)]] int pthread_mutexattr_getprioceiling(const pthread_mutexattr_t *attr, int *prioceiling);

/* Conditions. Waiting gives the mutex up and takes it back. */

[[ipc::fills(cond), ipc::becomes(cond, initialized), ipc::becomes(cond, process_private, unless(attr)),
  ipc::value(*cond, *attr, when(attr)), ipc::fails(result != 0), ipc::seed]]
int pthread_cond_init(pthread_cond_t *restrict cond, const pthread_condattr_t *restrict attr);
[[ipc::fails(result != 0)]] int pthread_cond_destroy(pthread_cond_t *cond);
[[ipc::orders_before(mutex), ipc::blocks(synchronization, cond), ipc::orders_after(cond), ipc::orders_after(mutex), ipc::fails(result != 0),
  ipc::seed]]
int pthread_cond_wait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex);
[[ipc::orders_before(mutex), ipc::blocks(synchronization, cond), ipc::orders_after(cond), ipc::orders_after(mutex),
  ipc::fails(result == ETIMEDOUT), ipc::fails(result != 0), ipc::seed]]
int pthread_cond_timedwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex, const struct timespec *restrict abstime);
[[ipc::orders_before(mutex), ipc::blocks(synchronization, cond), ipc::orders_after(cond), ipc::orders_after(mutex),
  ipc::fails(result == ETIMEDOUT), ipc::fails(result != 0), ipc::seed]]
int pthread_cond_clockwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex, clockid_t clock_id,
                           const struct timespec *restrict abstime);
[[ipc::orders_before(cond), ipc::fails(result != 0), ipc::seed]] int pthread_cond_signal(pthread_cond_t *cond);
[[ipc::orders_before(cond), ipc::fails(result != 0), ipc::seed]] int pthread_cond_broadcast(pthread_cond_t *cond);
[[ipc::fills(attr), ipc::becomes(attr, process_private), ipc::fails(result != 0)]] int pthread_condattr_init(pthread_condattr_t *attr);
int pthread_condattr_destroy(pthread_condattr_t *attr);
[[ipc::becomes(attr, process_shared, when(pshared == PTHREAD_PROCESS_SHARED)),
  ipc::becomes(attr, process_private, when(pshared == PTHREAD_PROCESS_PRIVATE)), ipc::fails(result != 0)]]
int pthread_condattr_setpshared(pthread_condattr_t *attr, int pshared);
[[ipc::fills(pshared)]] int pthread_condattr_getpshared(const pthread_condattr_t *attr, int *pshared);
int pthread_condattr_setclock(pthread_condattr_t *attr, clockid_t clock_id);
[[ipc::fills(clock_id)]] int pthread_condattr_getclock(const pthread_condattr_t *attr, clockid_t *clock_id);

/* Read-write locks */

[[ipc::fills(rwlock), ipc::becomes(rwlock, initialized), ipc::becomes(rwlock, process_private, unless(attr)),
  ipc::value(*rwlock, *attr, when(attr)), ipc::fails(result != 0), ipc::seed]]
int pthread_rwlock_init(pthread_rwlock_t *restrict rwlock, const pthread_rwlockattr_t *restrict attr);
[[ipc::fails(result != 0)]] int pthread_rwlock_destroy(pthread_rwlock_t *rwlock);
[[ipc::orders_after(rwlock), ipc::blocks(lock, rwlock), ipc::fails(result != 0), ipc::seed]]
int pthread_rwlock_rdlock(pthread_rwlock_t *rwlock);
[[ipc::orders_after(rwlock), ipc::fails(result == EBUSY), ipc::fails(result != 0), ipc::must_check, ipc::seed]]
int pthread_rwlock_tryrdlock(pthread_rwlock_t *rwlock);
[[ipc::orders_after(rwlock), ipc::blocks(synchronization, rwlock), ipc::fails(result == ETIMEDOUT), ipc::fails(result != 0),
  ipc::must_check,
  ipc::seed]]
int pthread_rwlock_timedrdlock(pthread_rwlock_t *restrict rwlock, const struct timespec *restrict abstime);
[[ipc::orders_after(rwlock), ipc::blocks(synchronization, rwlock), ipc::fails(result == ETIMEDOUT), ipc::fails(result != 0),
  ipc::must_check,
  ipc::seed]]
int pthread_rwlock_clockrdlock(pthread_rwlock_t *restrict rwlock, clockid_t clock_id, const struct timespec *restrict abstime);
[[ipc::orders_after(rwlock), ipc::blocks(lock, rwlock), ipc::fails(result != 0), ipc::seed]]
int pthread_rwlock_wrlock(pthread_rwlock_t *rwlock);
[[ipc::orders_after(rwlock), ipc::fails(result == EBUSY), ipc::fails(result != 0), ipc::must_check, ipc::seed]]
int pthread_rwlock_trywrlock(pthread_rwlock_t *rwlock);
[[ipc::orders_after(rwlock), ipc::blocks(synchronization, rwlock), ipc::fails(result == ETIMEDOUT), ipc::fails(result != 0),
  ipc::must_check,
  ipc::seed]]
int pthread_rwlock_timedwrlock(pthread_rwlock_t *restrict rwlock, const struct timespec *restrict abstime);
[[ipc::orders_after(rwlock), ipc::blocks(synchronization, rwlock), ipc::fails(result == ETIMEDOUT), ipc::fails(result != 0),
  ipc::must_check,
  ipc::seed]]
int pthread_rwlock_clockwrlock(pthread_rwlock_t *restrict rwlock, clockid_t clock_id, const struct timespec *restrict abstime);
[[ipc::orders_before(rwlock), ipc::fails(result != 0), ipc::seed]] int pthread_rwlock_unlock(pthread_rwlock_t *rwlock);
[[ipc::fills(attr), ipc::becomes(attr, process_private), ipc::fails(result != 0)]] int pthread_rwlockattr_init(pthread_rwlockattr_t *attr);
int pthread_rwlockattr_destroy(pthread_rwlockattr_t *attr);
[[ipc::becomes(attr, process_shared, when(pshared == PTHREAD_PROCESS_SHARED)),
  ipc::becomes(attr, process_private, when(pshared == PTHREAD_PROCESS_PRIVATE)), ipc::fails(result != 0)]]
int pthread_rwlockattr_setpshared(pthread_rwlockattr_t *attr, int pshared);
[[ipc::fills(pshared)]] int pthread_rwlockattr_getpshared(const pthread_rwlockattr_t *attr, int *pshared);

/* Barriers: everybody gives and takes. */

[[ipc::fills(barrier), ipc::becomes(barrier, initialized), ipc::becomes(barrier, process_private, unless(attr)),
  ipc::value(*barrier, *attr, when(attr)), ipc::fails(result != 0), ipc::seed]]
int pthread_barrier_init(pthread_barrier_t *restrict barrier, const pthread_barrierattr_t *restrict attr, unsigned int count);
[[ipc::fails(result != 0)]] int pthread_barrier_destroy(pthread_barrier_t *barrier);
[[ipc::orders_before(barrier), ipc::blocks(synchronization, barrier), ipc::orders_after(barrier), ipc::seed]]
int pthread_barrier_wait(pthread_barrier_t *barrier);
[[ipc::fills(attr), ipc::becomes(attr, process_private), ipc::fails(result != 0)]]
int pthread_barrierattr_init(pthread_barrierattr_t *attr);
int pthread_barrierattr_destroy(pthread_barrierattr_t *attr);
[[ipc::becomes(attr, process_shared, when(pshared == PTHREAD_PROCESS_SHARED)),
  ipc::becomes(attr, process_private, when(pshared == PTHREAD_PROCESS_PRIVATE)), ipc::fails(result != 0)]]
int pthread_barrierattr_setpshared(pthread_barrierattr_t *attr, int pshared);
[[ipc::fills(pshared)]] int pthread_barrierattr_getpshared(const pthread_barrierattr_t *attr, int *pshared);

/* Spin locks */

[[ipc::fills(lock), ipc::becomes(lock, initialized), ipc::becomes(lock, process_shared, when(pshared == PTHREAD_PROCESS_SHARED)),
  ipc::becomes(lock, process_private, when(pshared == PTHREAD_PROCESS_PRIVATE)), ipc::fails(result != 0), ipc::seed]]
int pthread_spin_init(pthread_spinlock_t *lock, int pshared);
int pthread_spin_destroy(pthread_spinlock_t *lock);
[[ipc::orders_after(lock), ipc::blocks(synchronization, lock), ipc::fails(result != 0), ipc::seed]]
int pthread_spin_lock(pthread_spinlock_t *lock);
[[ipc::orders_after(lock), ipc::fails(result == EBUSY), ipc::fails(result != 0), ipc::must_check, ipc::seed]]
int pthread_spin_trylock(pthread_spinlock_t *lock);
[[ipc::orders_before(lock), ipc::fails(result != 0), ipc::seed]] int pthread_spin_unlock(pthread_spinlock_t *lock);
