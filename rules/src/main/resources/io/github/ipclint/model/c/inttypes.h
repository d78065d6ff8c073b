/* <inttypes.h>: POSIX.1-2024 XBD inttypes.h. */

intmax_t imaxabs(intmax_t j);
imaxdiv_t imaxdiv(intmax_t numer, intmax_t denom);
[[ipc::reads(nptr), ipc::fills(endptr, when(endptr)), ipc::value(result)]] intmax_t strtoimax(const char *nptr, char **endptr, int base);
[[ipc::reads(nptr), ipc::fills(endptr, when(endptr)), ipc::value(result)]] uintmax_t strtoumax(const char *nptr, char **endptr, int base);
