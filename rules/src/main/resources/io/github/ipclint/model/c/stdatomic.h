/* <stdatomic.h> and gcc's builtins: a load acquires, a store releases, everything else does both. Relaxed order is taken as good:
   whether an algorithm needs more is not ours to say. */

[[ipc::reads(object), ipc::orders_after(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_load(const volatile void *object);
[[ipc::reads(object), ipc::orders_after(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_load_explicit(const volatile void *object, int order);
[[ipc::fills(object), ipc::orders_before(object), ipc::seed, ipc::async_signal_safe]] void atomic_store(volatile void *object, int desired);
[[ipc::fills(object), ipc::orders_before(object), ipc::seed, ipc::async_signal_safe]]
void atomic_store_explicit(volatile void *object, int desired, int order);
[[ipc::fills(object), ipc::becomes(object, initialized), ipc::async_signal_safe]] void atomic_init(volatile void *object, int value);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_exchange(volatile void *object, int desired);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_exchange_explicit(volatile void *object, int desired, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::fills(expected), ipc::orders_before(object), ipc::value(result), ipc::seed,
  ipc::async_signal_safe]]
int atomic_compare_exchange_strong(volatile void *object, void *expected, int desired);
[[ipc::orders_after(object), ipc::fills(object), ipc::fills(expected), ipc::orders_before(object), ipc::value(result), ipc::seed,
  ipc::async_signal_safe]]
int atomic_compare_exchange_weak(volatile void *object, void *expected, int desired);
[[ipc::orders_after(object), ipc::fills(object), ipc::fills(expected), ipc::orders_before(object), ipc::value(result), ipc::seed,
  ipc::async_signal_safe]]
int atomic_compare_exchange_strong_explicit(volatile void *object, void *expected, int desired, int success, int failure);
[[ipc::orders_after(object), ipc::fills(object), ipc::fills(expected), ipc::orders_before(object), ipc::value(result), ipc::seed,
  ipc::async_signal_safe]]
int atomic_compare_exchange_weak_explicit(volatile void *object, void *expected, int desired, int success, int failure);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_fetch_add(volatile void *object, int operand);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_fetch_add_explicit(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_fetch_sub(volatile void *object, int operand);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_fetch_sub_explicit(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_fetch_or(volatile void *object, int operand);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_fetch_or_explicit(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_fetch_xor(volatile void *object, int operand);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_fetch_xor_explicit(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_fetch_and(volatile void *object, int operand);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_fetch_and_explicit(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_flag_test_and_set(volatile void *object);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int atomic_flag_test_and_set_explicit(volatile void *object, int order);
[[ipc::fills(object), ipc::orders_before(object), ipc::seed, ipc::async_signal_safe]] void atomic_flag_clear(volatile void *object);
[[ipc::fills(object), ipc::orders_before(object), ipc::seed, ipc::async_signal_safe]]
void atomic_flag_clear_explicit(volatile void *object, int order);
void atomic_thread_fence(int order);
void atomic_signal_fence(int order);
int atomic_is_lock_free(const volatile void *object);

[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_fetch_and_add(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_add_and_fetch(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_fetch_add(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_add_fetch(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_fetch_and_sub(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_sub_and_fetch(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_fetch_sub(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_sub_fetch(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_fetch_and_or(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_or_and_fetch(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_fetch_or(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_or_fetch(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_fetch_and_xor(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_xor_and_fetch(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_fetch_xor(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_xor_fetch(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_fetch_and_and(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_and_and_fetch(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_fetch_and(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_and_fetch(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_fetch_and_nand(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_nand_and_fetch(volatile void *object, int operand, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_fetch_nand(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_nand_fetch(volatile void *object, int operand, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_bool_compare_and_swap(volatile void *object, int expected, int desired, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_val_compare_and_swap(volatile void *object, int expected, int desired, ...);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __sync_lock_test_and_set(volatile void *object, int desired, ...);
[[ipc::fills(object), ipc::orders_before(object), ipc::seed, ipc::async_signal_safe]] void __sync_lock_release(volatile void *object, ...);
void __sync_synchronize(void);
[[ipc::reads(object), ipc::orders_after(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_load_n(const volatile void *object, int order);
[[ipc::reads(object), ipc::orders_after(object), ipc::fills(target), ipc::seed, ipc::async_signal_safe]]
void __atomic_load(const volatile void *object, void *target, int order);
[[ipc::fills(object), ipc::orders_before(object), ipc::seed, ipc::async_signal_safe]]
void __atomic_store_n(volatile void *object, int desired, int order);
[[ipc::fills(object), ipc::orders_before(object), ipc::seed, ipc::async_signal_safe]]
void __atomic_store(volatile void *object, void *desired, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_exchange_n(volatile void *object, int desired, int order);
[[ipc::orders_after(object), ipc::fills(object), ipc::fills(expected), ipc::orders_before(object), ipc::value(result), ipc::seed,
  ipc::async_signal_safe]]
int __atomic_compare_exchange_n(volatile void *object, void *expected, int desired, int weak, int success, int failure);
[[ipc::orders_after(object), ipc::fills(object), ipc::fills(expected), ipc::orders_before(object), ipc::value(result), ipc::seed,
  ipc::async_signal_safe]]
int __atomic_compare_exchange(volatile void *object, void *expected, void *desired, int weak, int success, int failure);
[[ipc::orders_after(object), ipc::fills(object), ipc::orders_before(object), ipc::value(result), ipc::seed, ipc::async_signal_safe]]
int __atomic_test_and_set(volatile void *object, int order);
[[ipc::fills(object), ipc::orders_before(object), ipc::seed, ipc::async_signal_safe]] void __atomic_clear(volatile void *object, int order);
void __atomic_thread_fence(int order);
void __atomic_signal_fence(int order);
