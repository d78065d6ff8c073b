# Makes the program $1 from the file $2: by itself, if that is possible, otherwise with those of the files after "--" that it calls.
# What stands between $2 and "--" are options of the compiler. Last it prints where the blocks of the program are in its sources.
program=$1 main=$2
shift 2
options="-g -O0 -w -D_GNU_SOURCE -pthread -fPIE"
while [ "$1" != -- ]; do
  options="$options $1"
  shift
done
shift
cc $options "-DREACHED=\"/work/.reached.$program\"" '-DENDS="/work/.ends"' -c -o record.o record.c || exit
traced="$options -fsanitize-coverage=trace-pc"
if ! cc $traced -pie -o "$program" "$main" record.o -lrt -lm 2> alone; then
  if [ $# = 0 ]; then
    cat alone >&2
    exit 1
  fi
  number=0
  for source in "$@"; do
    number=$((number + 1))
    cc $traced -c -o "companion$number.o" "$source" 2> /dev/null
  done
  ar rcs companions.a companion*.o
  cc $traced -pie -o "$program" "$main" record.o companions.a -lrt -lm || exit
fi
{
  objdump -d --no-show-raw-insn "$program" | grep -A 1 '__sanitizer_cov_trace_pc>$'
  objdump -w --dwarf=decodedline "$program"
} > "$program.lines" 2> /dev/null
exit 0
