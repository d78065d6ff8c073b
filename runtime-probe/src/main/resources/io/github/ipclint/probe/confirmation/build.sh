# Makes the program $1 from the file $2: by itself, if that is possible, otherwise with those of the files after "--" that it calls.
# $3 is "traced" for programs whose accesses to shared memory are written down. What stands between $3 and "--" are options of the
# compiler. Last it prints where the blocks of the program are in its sources, and what it calls in libraries.
program=$1 main=$2 mode=$3
shift 3
exec 2> "$program.errors"
# Names of files may have spaces, so that lists of options are split at line ends.
set -f
IFS='
'
options='-g
-O0
-w
-pthread
-fPIE'
while [ "$1" != -- ]; do
  options="$options
$1"
  shift
done
shift

# As the user does; some programs need what the C library only shows on demand, others clash with it.
object() {
  cc $watched -c -o "$1" "$2" 2> "$1.errors" || cc -D_GNU_SOURCE $watched -c -o "$1" "$2" 2> /dev/null
}

cc $options "-DREACHED=\"$PWD/.reached.$program\"" "-DENDS=\"$PWD/.ends\"" -c -o record.o record.c || exit
watched="$options
-fsanitize-coverage=trace-pc"
if [ "$mode" = traced ]; then
  cc $options "-DPROGRAM=${program#program}" "-DACCESSES=\"$PWD/.accesses\"" -c -o trace.o trace.c || exit
  # what the compiler puts in the place of a call of the library is no call that could be led elsewhere
  watched="$watched
-fsanitize=thread
-fno-builtin"
  own='record.o
trace.o'
  for name in $(grep -o '__wrap_[a-z_]*' trace.c | sort -u); do
    own="$own
-Wl,--wrap=${name#__wrap_}"
  done
else
  [ -f mishap.o ] || cc $options "-DMISHAP=\"$PWD/.mishap\"" -c -o mishap.o mishap.c || exit
  own='record.o
mishap.o
-Wl,--wrap=fork'
fi
object main.o "$main" || { cat main.o.errors >&2; exit 1; }
if ! cc -pie -pthread -o "$program" main.o $own -lrt -lm 2> alone; then
  if [ $# = 0 ]; then
    cat alone >&2
    exit 1
  fi
  rm -f companions.a
  ar rcs companions.a
  for source in "$@"; do
    # one that does not compile may be one that is not needed
    if object companion.o "$source"; then
      mv companion.o "companion-$#.o"
      ar rcs companions.a "companion-$#.o"
    fi
    shift
  done
  cc -pie -pthread -o "$program" main.o $own companions.a -lrt -lm || exit
fi
{
  objdump -d --no-show-raw-insn "$program" | grep -A 1 '__sanitizer_cov_trace_pc>$'
  objdump -w --dwarf=decodedline "$program"
} > "$program.lines" 2> /dev/null
nm -u "$program" > "$program.calls"
exit 0
