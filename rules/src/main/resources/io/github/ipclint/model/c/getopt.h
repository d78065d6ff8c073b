/* <getopt.h> of glibc. */

[[ipc::value(result)]]
int getopt_long(int argc, char *const argv[], const char *optstring, const struct option *longopts, int *longindex);
[[ipc::value(result)]]
int getopt_long_only(int argc, char *const argv[], const char *optstring, const struct option *longopts, int *longindex);
